/** Cells and rows of flattened tables as spans. */
import type { Span } from '../records.ts'
import { classOfText } from './cell-classes.ts'
import type { Line } from './lines.ts'

/** A line's number, the lines over which a cell was broken, or a cell that the text leaves empty. */
export type Cell = number | { readonly first: number; readonly last: number } | 'empty'

/** The kind of a cell by its form; of one over several lines, by their words taken together. */
export const classOfCell = (lines: readonly Line[], cell: Cell | undefined): string => {
  const range = rangeOf(cell)
  return range ? classOfText(textOf(lines, range)) : 'blank'
}

/** Where a cell stands in the text; undefined where it is empty. */
export const spanOfCell = (lines: readonly Line[], cell: Cell | undefined): Span | undefined => {
  const range = rangeOf(cell)
  return range && { start: lines[range.first]?.content.start ?? 0, end: lines[range.last]?.content.end ?? 0 }
}

/** “全县种植面积达到9万亩， / 产值突破30亿元”, “县财政局、 / 各乡镇”: what a comma or an open bracket ends goes on below. */
const runsOn = (text: string): boolean =>
  /.[，、；：（]$/.test(text) || (text.match(/（/g)?.length ?? 0) > (text.match(/）/g)?.length ?? 0)

/** Cells of which those that run on are joined to the ones below them. */
export const joinBroken = (lines: readonly Line[], cells: readonly Cell[]): readonly Cell[] => {
  const joined: Cell[] = []
  for (const cell of cells) {
    const above = rangeOf(joined.at(-1))
    if (above && typeof cell === 'number' && above.last === cell - 1 && runsOn(textOf(lines, above)))
      joined[joined.length - 1] = { first: above.first, last: cell }
    else joined.push(cell)
  }
  return joined
}

/** The line that a cell begins at. */
export const firstLine = (cell: Cell): number => rangeOf(cell)?.first ?? 0

type Range = { readonly first: number; readonly last: number }

const rangeOf = (cell: Cell | undefined): Range | undefined =>
  cell === 'empty' || cell === undefined
    ? undefined
    : typeof cell === 'number'
      ? { first: cell, last: cell }
      : cell

const textOf = (lines: readonly Line[], { first, last }: Range): string =>
  lines
    .slice(first, last + 1)
    .map((line) => line.text)
    .join('')

export type RowParts = {
  readonly leading: readonly number[]
  readonly leadWidth: number
  readonly number: number
  readonly rest: readonly Cell[]
  /** The kinds of cells that the columns behind the number hold. */
  readonly columns: readonly string[]
}

/** The span of whole lines `from` to `to` (exclusive). */
export const between = (lines: readonly Line[], from: number, to: number): Span => ({
  start: lines[from]?.span.start ?? 0,
  end: lines[to - 1]?.span.end ?? 0,
})

/** Every row as wide as the widest; what is missing (a merged or empty cell) is an empty span. */
export const alignRow = (lines: readonly Line[], parts: RowParts): Span[] => {
  const { leading, leadWidth, number, rest, columns } = parts
  const at = (line: number): Span => lines[line]?.content ?? { start: 0, end: 0 }
  const empty = (offset: number): Span => ({ start: offset, end: offset })
  const cells: Span[] = [
    ...Array.from({ length: leadWidth - leading.length }, () => empty(at(leading[0] ?? number).start)),
    ...leading.map(at),
    at(number),
  ]
  const placed = placeCells(
    rest.map((cell) => classOfCell(lines, cell)),
    columns,
  )
  for (let column = 0; column < columns.length; column++) {
    const cell = rest[placed.indexOf(column)]
    cells.push(spanOfCell(lines, cell) ?? empty(cells.at(-1)?.end ?? at(number).end))
  }
  return cells
}

/** The kinds of cells by column: of rows that fill all columns, the commonest. */
export const columnClasses = (
  lines: readonly Line[],
  rows: readonly (readonly Cell[])[],
  width: number,
): string[] => {
  const kinds = rows.map((row) => row.map((cell) => classOfCell(lines, cell)))
  return columnKinds(kinds, width)
}

/** The same of cells whose kinds are known. */
export const columnKinds = (rows: readonly (readonly string[])[], width: number): string[] => {
  const full = rows.filter((row) => row.length === width)
  return Array.from({ length: width }, (_, column) => {
    const counted = full.map((row) => row[column] ?? 'blank').filter((kind) => kind !== 'blank')
    return commonest(counted) ?? 'text'
  })
}

const commonest = (values: readonly string[]): string | undefined => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/**
 * The column of each cell, in order, so that kinds agree as often as can be; where that leaves a choice, to the right,
 * because merged cells are those next to the number (“6 / （merged） / 更新商业设施面积 / 万平方米 / 预期性 / - / ≥50”).
 */
export const placeCells = (cells: readonly string[], columns: readonly string[]): readonly number[] => {
  type Best = { readonly score: number; readonly places: readonly number[] }
  let previous: readonly Best[] = columns.concat('').map(() => ({ score: 0, places: [] }))
  for (const [index, cell] of cells.entries()) {
    const row: Best[] = [{ score: Number.NEGATIVE_INFINITY, places: [] }]
    for (let column = 1; column <= columns.length; column++) {
      const before = previous[column - 1] as Best
      const here = {
        score: before.score + agreement(cell, columns[column - 1] as string),
        places: [...before.places, column - 1],
      }
      const left = row[column - 1] as Best
      row.push(column - 1 < index || here.score < left.score ? left : here)
    }
    previous = row
  }
  return previous.at(-1)?.places ?? []
}

const agreement = (cell: string, column: string): number => {
  if (cell === column) return 2
  if (
    cell === 'blank' ||
    (cell === 'range' && column === 'number') ||
    (cell === 'number' && column === 'time')
  )
    return 1
  // 甲溪镇 stands under 责任单位 too, and 绣溪公园北侧 under 建设地点; a task may end like a body.
  if (cell === 'place') return column === 'text' ? 1 : column === 'body' ? 0 : -2
  return cell === 'text' || (cell === 'body' && column === 'text') ? -1 : -2
}

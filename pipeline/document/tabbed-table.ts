/** Tables whose every cell stands on a line of its own, led by a tab; rows are set apart by blank lines. */
import type { Span } from '../records.ts'
import type { Line } from './lines.ts'
import type { Table, TableRow } from './tables.ts'

/** Fewer cells than this are a frame around prose (a box drawn as a table with one cell), not a table. */
const FEWEST_CELLS = 4
const LONGEST_CELL = 60

type Cell = { readonly first: number; readonly last: number; readonly opensRow: boolean }

export const findTabbedTable = (lines: readonly Line[], from: number): Table | undefined => {
  if (!lines[from]?.tabbed) return undefined
  const cells = readCells(lines, from)
  if (cells.length < FEWEST_CELLS || cells.filter((cell) => isShort(lines, cell)).length < cells.length * 0.8)
    return undefined
  const to = (cells.at(-1)?.last ?? from) + 1
  return { from, to, rows: toRows(lines, cells, to) }
}

const isShort = (lines: readonly Line[], cell: Cell): boolean =>
  lines.slice(cell.first, cell.last + 1).every((line) => line.text.length <= LONGEST_CELL)

const readCells = (lines: readonly Line[], from: number): Cell[] => {
  const cells: Cell[] = []
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] as Line
    const last = cells.at(-1)
    if (line.tabbed) cells.push({ first: index, last: index, opensRow: index === from || line.gap > 0 })
    // “2025年 / （blank） / 目标值”: a short line without a tab goes on with the cell above, when another cell follows.
    else if (last && line.gap < 2 && line.text.length <= LONGEST_CELL && cellFollows(lines, index))
      cells[cells.length - 1] = { ...last, last: index }
    else break
  }
  return cells
}

const cellFollows = (lines: readonly Line[], index: number): boolean => {
  for (let next = index + 1; next <= index + 3; next++) {
    const line = lines[next]
    if (!line) return false
    if (line.tabbed) return true
    if (line.gap >= 2 || line.text.length > LONGEST_CELL) return false
  }
  return false
}

const toRows = (lines: readonly Line[], cells: readonly Cell[], to: number): TableRow[] => {
  const groups: Cell[][] = []
  for (const cell of cells) {
    if (cell.opensRow || groups.length === 0) groups.push([cell])
    else groups.at(-1)?.push(cell)
  }
  const width = mode(groups.map((group) => group.length))
  return joinParts(groups, width).map((group, index, all) => {
    const first = group[0] as Cell
    const end = all[index + 1]?.[0]?.first ?? to
    return {
      span: { start: lines[first.first]?.span.start ?? 0, end: lines[end - 1]?.span.end ?? 0 },
      cells: group.map((cell) => cellSpan(lines, cell)),
      header: index === 0 && all.length > 1,
    }
  })
}

/** A blank line inside a row (“2025年 / （blank） / 目标值 / 指标”) parts it; short neighbours that together fill a row are one. */
const joinParts = (groups: readonly Cell[][], width: number): Cell[][] => {
  const rows: Cell[][] = []
  for (const group of groups) {
    const last = rows.at(-1)
    if (last && last.length < width && last.length + group.length <= width) last.push(...group)
    else rows.push([...group])
  }
  return rows
}

/** An empty cell (“\t” alone) was a blank line to the reader of lines and is found again here. */
const cellSpan = (lines: readonly Line[], cell: Cell): Span => ({
  start: lines[cell.first]?.content.start ?? 0,
  end: lines[cell.last]?.content.end ?? 0,
})

/** The commonest value; of equals, the larger. */
export const mode = (values: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/**
 * Project and task tables flattened to one cell a line that number no rows: “项目名称 / 建设地点 / 建设年限 / 责任单位 / 甲泵站 /
 * 甲镇 / 2024-2025 / …”. The heads say which kinds of cells their columns hold; rows are cut so that most cells stand under their
 * kind. Where a lost cell leaves it open under which of two heads of words a cell stood, the cell is left out.
 */
import type { Span } from '../records.ts'
import { readHeading } from './headings.ts'
import { lexicon } from './lexicon.ts'
import type { Line } from './lines.ts'
import { BELOW, groupRow } from './numbered-rows.ts'
import { cutRows, type Placed } from './row-cutting.ts'
import { between, type Cell, classOfCell, firstLine, joinBroken, spanOfCell } from './rows.ts'
import { isCaption, isHeadCell } from './table-head.ts'
import type { Table, TableRow } from './tables.ts'

const FEWEST_HEADS = 3
const WIDEST = 10
const FEWEST_ROWS = 2
const LONGEST_CELL = 200
const LONGEST_GROUP = 24

/** The kind that a head asks for; words where it asks for none. */
const kindOfHead = (line: Line): string =>
  lexicon('column-kinds').find((row) => line.text.includes(row.word ?? ''))?.kind ?? 'text'

const isGroupHeading = (line: Line): boolean => {
  const heading = readHeading(line)
  return heading !== undefined && heading.rank <= 6 && line.text.length <= LONGEST_GROUP
}

/** Lines from `from` on that may be cells, up to a heading, a sum, a note or what is no plain text. */
const endOfChunk = (lines: readonly Line[], from: number): number => {
  let index = from
  for (; index < lines.length; index++) {
    const line = lines[index] as Line
    if (line.mark !== 'text' || line.text.length > LONGEST_CELL || BELOW.test(line.text)) break
    if (isGroupHeading(line) || (index > from && line.gap >= 2)) break
  }
  return index
}

/** A row as placed is believed when a cell of it stands under a head that asks for its kind. */
const isSure = (
  row: Placed,
  cells: readonly Cell[],
  kinds: readonly string[],
  lines: readonly Line[],
): boolean =>
  row.some(({ cell, column }) => {
    const kind = classOfCell(lines, cells[cell])
    return (
      kinds[column] !== 'text' && (kind === kinds[column] || (kind === 'place' && kinds[column] === 'body'))
    )
  })

/** Columns of words in a stretch that the row leaves partly empty: nobody can tell which of them a cell fills. */
const openColumns = (row: Placed, kinds: readonly string[]): ReadonlySet<number> => {
  const filled = new Set(row.map(({ column }) => column))
  const open = new Set<number>()
  for (let start = 1; start < kinds.length; start++) {
    if (kinds[start] !== 'text' || (start > 1 && kinds[start - 1] === 'text')) continue
    let end = start
    while (kinds[end] === 'text') end++
    const columns = Array.from({ length: end - start }, (_, index) => start + index)
    if (columns.some((column) => !filled.has(column))) for (const column of columns) open.add(column)
  }
  return new Set([...open].filter(() => open.size > 1))
}

const toCells = (
  row: Placed,
  cells: readonly Cell[],
  kinds: readonly string[],
  lines: readonly Line[],
): Span[] => {
  const open = openColumns(row, kinds)
  let end = spanOfCell(lines, cells[row[0]?.cell ?? 0])?.start ?? 0
  return kinds.map((_, column) => {
    const placed = open.has(column) ? undefined : row.find((one) => one.column === column)
    const span = (placed && spanOfCell(lines, cells[placed.cell])) ?? { start: end, end }
    end = span.end
    return span
  })
}

type Chunk = { readonly rows: readonly TableRow[]; readonly to: number }

/** The sure rows that a chunk begins with. */
const readChunk = (lines: readonly Line[], from: number, to: number, kinds: readonly string[]): Chunk => {
  const cells = joinBroken(
    lines,
    Array.from({ length: to - from }, (_, index) => from + index),
  )
  const placed = cutRows(
    cells.map((cell) => classOfCell(lines, cell)),
    kinds,
  )
  const lineAt = (row: Placed | undefined): number => (row ? firstLine(cells[row[0]?.cell ?? 0] as Cell) : to)
  const sureAt = (index: number): boolean => {
    const row = placed[index]
    return row !== undefined && isSure(row, cells, kinds, lines)
  }
  // “供水工程” between two rows, a cell by itself, heads those below it
  const wrong = placed.findIndex((row, index) => !sureAt(index) && !(row.length === 1 && sureAt(index + 1)))
  const sure = wrong < 0 ? placed : placed.slice(0, wrong)
  const rows = sure.map((row, index) => ({
    span: between(lines, lineAt(row), lineAt(placed[index + 1])),
    cells: toCells(row, cells, kinds, lines),
    header: false,
  }))
  return { rows, to: lineAt(placed[sure.length]) }
}

/** The table at line `from`: a head of known words, a date or a body among them, and rows or groups of rows below. */
export const findUnnumberedTable = (lines: readonly Line[], from: number): Table | undefined => {
  const captioned = isCaption(lines[from]?.text ?? '') && !isHeadCell(lines[from])
  const head = captioned ? from + 1 : from
  let start = head
  while (start - head < WIDEST && lines[start]?.mark === 'text' && isHeadCell(lines[start])) start++
  const kinds = lines.slice(head, start).map(kindOfHead)
  if (kinds.length < FEWEST_HEADS || kinds[0] !== 'text' || !kinds.some((kind) => /time|body/.test(kind)))
    return undefined
  const rows: TableRow[] = []
  let to = start
  for (;;) {
    const line = lines[to]
    const group = line?.mark === 'text' && isGroupHeading(line) ? 1 : 0
    const chunk = readChunk(lines, to + group, endOfChunk(lines, to + group), kinds)
    if (chunk.rows.length === 0) break
    if (group > 0) rows.push(groupRow(lines, to, 1, kinds.length))
    rows.push(...chunk.rows)
    to = chunk.to
  }
  const full = rows.filter(({ cells }) => cells.every((cell) => cell.end > cell.start)).length
  if (full < 1 || rows.length < FEWEST_ROWS) return undefined
  const cells = lines.slice(head, start).map((line) => line.content)
  const caption = captioned ? { caption: (lines[from] as Line).content } : {}
  return { from, to, rows: [{ span: between(lines, head, start), cells, header: true }, ...rows], ...caption }
}

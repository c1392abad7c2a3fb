/** Finds tables in the lines: Markdown rows, rows divided by tabs, and tables flattened to one cell a line. */
import type { Span } from '../records.ts'
import type { Line } from './lines.ts'
import { findNumberedTable } from './numbered-table.ts'
import { findShapedTable } from './shaped-table.ts'
import { spacedTable } from './spaced-table.ts'
import { findTabbedTable } from './tabbed-table.ts'
import { findUnnumberedTable } from './unnumbered-table.ts'

export type TableRow = { readonly span: Span; readonly cells: readonly Span[]; readonly header: boolean }

/** Lines `from` up to `to` (exclusive) are a caption, where there is one, and rows, whose spans tile what follows it. */
export type Table = {
  readonly from: number
  readonly to: number
  readonly rows: readonly TableRow[]
  readonly caption?: Span
}

/** The table that begins at line `index`, or undefined. */
export const tableAt = (lines: readonly Line[], index: number): Table | undefined =>
  findRowTable(lines, index) ??
  findTabbedTable(lines, index) ??
  findSpacedTable(lines, index) ??
  findNumberedTable(lines, index) ??
  findUnnumberedTable(lines, index) ??
  findShapedTable(lines, index)

/** Lines on end whose cells blanks divide. */
const findSpacedTable = (lines: readonly Line[], from: number): Table | undefined => {
  const table = spacedTable((index) => {
    const line = lines[index]
    return line?.mark === 'text' && (index === from || line.gap < 2)
      ? { text: line.text, start: line.content.start }
      : undefined
  }, from)
  if (!table) return undefined
  const rows = table.rows.map((cells, index) => ({
    span: (lines[from + index] as Line).span,
    cells,
    header: index === 0,
  }))
  return { from, to: from + table.count, rows }
}

/** Consecutive lines that are rows already: Markdown rows, or cells divided by tabs. */
const findRowTable = (lines: readonly Line[], from: number): Table | undefined => {
  let to = from
  while (lines[to]?.mark === 'row' && (to === from || (lines[to]?.gap ?? 0) < 2)) to++
  if (to === from) return undefined
  const width = lines[from]?.cells?.length ?? 0
  const rows: TableRow[] = lines.slice(from, to).map((line, index) => ({
    span: line.span,
    cells: padded(cellsOf(line, lines[from]), line, width),
    header: index === 0 && to - from > 1,
  }))
  return { from, to, rows }
}

/** In a table whose first row opens with a word, tabs before a row's first word are empty cells; so are those missing at its end. */
const padded = (cells: readonly Span[], line: Line, width: number): readonly Span[] => {
  const { start, end } = line.content
  const missing = Math.max(0, width - cells.length)
  const led = line.tabbed ? Math.min(missing, start - line.span.start) : 0
  return [
    ...Array.from({ length: led }, () => ({ start, end: start })),
    ...cells,
    ...Array.from({ length: line.tabbed || line.text.includes('\t') ? missing - led : 0 }, () => ({
      start: end,
      end,
    })),
  ]
}

const bars = (line: Line | undefined) => ({
  opens: /^[|｜]/.test(line?.text ?? ''),
  closes: /[|｜]$/.test(line?.text ?? ''),
})

/** In a table without bars at its rows' ends, a bar at an end (“| | 建桥4座 |”) parts an empty cell from the next. */
const cellsOf = (line: Line, first: Line | undefined): readonly Span[] => {
  const cells = line.cells ?? [line.content]
  const outer = bars(first)
  const own = bars(line)
  const { start, end } = line.content
  return [
    ...(own.opens && !outer.opens ? [{ start, end: start }] : []),
    ...cells,
    ...(own.opens && own.closes && !outer.closes ? [{ start: end, end }] : []),
  ]
}

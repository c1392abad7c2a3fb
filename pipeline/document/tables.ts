/** Finds tables in the lines: Markdown rows, rows divided by tabs, and tables flattened to one cell a line. */
import type { Span } from '../records.ts'
import type { Line } from './lines.ts'
import { findNumberedTable } from './numbered-table.ts'
import { findShapedTable } from './shaped-table.ts'
import { findTabbedTable } from './tabbed-table.ts'

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
  findNumberedTable(lines, index) ??
  findShapedTable(lines, index)

/** Consecutive lines that are rows already: Markdown rows, or cells divided by tabs. */
const findRowTable = (lines: readonly Line[], from: number): Table | undefined => {
  let to = from
  while (lines[to]?.mark === 'row' && (to === from || (lines[to]?.gap ?? 0) < 2)) to++
  if (to === from) return undefined
  const rows: TableRow[] = lines.slice(from, to).map((line, index) => ({
    span: line.span,
    cells: cellsOf(line, bars(lines[from])),
    header: index === 0 && to - from > 1,
  }))
  return { from, to, rows }
}

const bars = (line: Line | undefined) => ({
  opens: /^[|｜]/.test(line?.text ?? ''),
  closes: /[|｜]$/.test(line?.text ?? ''),
})

/** In a table without bars at its rows' ends, a bar at an end (“| | 建桥4座 |”) parts an empty cell from the next. */
const cellsOf = (line: Line, outer: ReturnType<typeof bars>): readonly Span[] => {
  const cells = line.cells ?? [line.content]
  const own = bars(line)
  const { start, end } = line.content
  return [
    ...(own.opens && !outer.opens ? [{ start, end: start }] : []),
    ...cells,
    ...(own.opens && own.closes && !outer.closes ? [{ start: end, end }] : []),
  ]
}

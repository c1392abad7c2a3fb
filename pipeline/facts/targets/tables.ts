/** Finds the indicator tables of a text and reads their rows. */
import type { Knowledge } from '../../knowledge.ts'
import type { PlanIdentity, Span } from '../../records.ts'
import { planYear } from '../deadlines.ts'
import { type Cell, type Line, linesOf } from './cells.ts'
import { bodyEnd, rowsOfLines } from './flat-rows.ts'
import { type Column, columnsOf, isHeaderCell, isIndicatorHeader, joinTitles } from './header.ts'
import { rowOfLine, type TableRow } from './rows.ts'

export type IndicatorTable = {
  readonly span: Span
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
}

const filled = (line: Line): boolean => line.cells.some((cell) => cell.text !== '')
const isRule = (line: Line): boolean =>
  line.cells.every((cell) => /^:?-{2,}:?$|^$/.test(cell.text)) && line.cells.length > 1

/** Two header rows, the lower one filling what the upper one spans. */
const mergeHeader = (upper: Line, lower: Line): readonly Cell[] => {
  let last = ''
  return upper.cells.map((cell, i) => {
    last = cell.text === '' ? last : cell.text
    const below = lower.cells[i]
    return below && below.text !== ''
      ? { text: `${below.text === cell.text ? '' : last}${below.text}`, span: below.span }
      : cell
  })
}

const gridAt = (
  lines: readonly Line[],
  at: number,
  plan: PlanIdentity,
  knowledge: Knowledge,
): { table: IndicatorTable; next: number } | undefined => {
  const line = lines[at]
  if (
    !line ||
    line.cells.length < 3 ||
    !line.cells.every((cell) => cell.text === '' || isHeaderCell(cell.text))
  )
    return undefined
  let next = at + 1
  while (next < lines.length && (isRule(lines[next] as Line) || !filled(lines[next] as Line))) next += 1
  const lower = lines[next]
  const two =
    lower &&
    lower.cells.length === line.cells.length &&
    lower.cells.some((c) => c.text !== '') &&
    lower.cells.every((c) => c.text === '' || isHeaderCell(c.text))
  const columns = columnsOf(two ? mergeHeader(line, lower) : line.cells, plan, planYear(plan), knowledge)
  if (!isIndicatorHeader(columns)) return undefined
  next = two ? next + 1 : next
  const rows: TableRow[] = []
  for (; next < lines.length; next++) {
    const body = lines[next] as Line
    if (!filled(body) || isRule(body)) continue
    if (body.cells.length < 2) break
    const row = rowOfLine(body, columns, rows.at(-1)?.name, knowledge)
    if (row) rows.push(row)
  }
  return {
    table: {
      span: { start: line.span.start, end: lines[next - 1]?.span.end ?? line.span.end },
      columns,
      rows,
    },
    next,
  }
}

const flatAt = (
  lines: readonly Line[],
  at: number,
  plan: PlanIdentity,
  knowledge: Knowledge,
): { table: IndicatorTable; next: number } | undefined => {
  const header: Cell[] = []
  let next = at
  for (; next < lines.length; next++) {
    const line = lines[next] as Line
    const cell = line.cells[0] as Cell
    if (line.cells.length > 1 || (cell.text !== '' && !isHeaderCell(cell.text))) break
    if (cell.text !== '') header.push(cell)
  }
  if (header.length < 3) return undefined
  const columns = columnsOf(joinTitles(header), plan, planYear(plan), knowledge)
  if (!isIndicatorHeader(columns)) return undefined
  // The serial number 1 may have been taken for nothing; blank lines before the body say nothing.
  const cells = lines.map((line) => line.cells[0] as Cell)
  const end = bodyEnd(cells, next)
  const rows = rowsOfLines(cells.slice(next, end), columns, knowledge)
  if (rows.length < 2) return undefined
  return {
    table: { span: { start: header[0]?.span.start ?? 0, end: lines[end - 1]?.span.end ?? 0 }, columns, rows },
    next: end,
  }
}

/** Every indicator table of a text, in order; offsets are into the text. */
export const findTables = (
  text: string,
  plan: PlanIdentity,
  knowledge: Knowledge,
): readonly IndicatorTable[] => {
  const lines = linesOf(text)
  const tables: IndicatorTable[] = []
  for (let at = 0; at < lines.length; at++) {
    if (!filled(lines[at] as Line)) continue
    const found = gridAt(lines, at, plan, knowledge) ?? flatAt(lines, at, plan, knowledge)
    if (!found) continue
    tables.push(found.table)
    at = found.next - 1
  }
  return tables
}

/**
 * Tables flattened to one cell a line whose rows a running number opens:
 * “序号 / 指标 / 单位 / 1 / 旧住房改造 / 万平方米 / 2 / …”, each on its own line.
 */
import { classOf, isWords } from './cell-classes.ts'
import { findHeadedTable } from './headed-table.ts'
import { readHeading } from './headings.ts'
import type { Line } from './lines.ts'
import { bodyCells, groupBefore, groupRow, lastBody, withHead } from './numbered-rows.ts'
import { alignRow, between, type Cell, columnClasses } from './rows.ts'
import { firstNumber, runFrom } from './running-numbers.ts'
import { mode } from './tabbed-table.ts'
import { isHeadCell } from './table-head.ts'
import type { Table, TableRow } from './tables.ts'

export const findNumberedTable = (lines: readonly Line[], from: number): Table | undefined => {
  const first = firstNumber(lines, from)
  const run = first === undefined ? [] : runFrom(lines, first)
  if (first === undefined || run.length < 2) return undefined
  return findHeadedTable(lines, from, run) ?? findLedTable(lines, from, first, run)
}

/** A table in which lines between the rows may be categories of the rows below them. */
const findLedTable = (
  lines: readonly Line[],
  from: number,
  first: number,
  run: readonly number[],
): Table | undefined => {
  const grouped = run.map((number, index) =>
    groupBefore(lines, number, index === 0 ? from : (run[index - 1] as number)),
  )
  const ends = run.map((number, index) => grouped[index] ?? number)
  const closed = run
    .slice(0, -1)
    .map((number, index) =>
      grouped[index + 1] === undefined
        ? splitBody(lines, number, run[index + 1] as number)
        : { cells: bodyCells(lines, number + 1, ends[index + 1] as number), lead: [] },
    )
  const bodies = settleLeads(lines, closed)
  const width = Math.max(...bodies.map(({ cells }) => cells.length))
  const closedColumns = columnClasses(
    lines,
    bodies.map(({ cells }) => cells),
    width,
  )
  const last = lastBody(lines, run.at(-1) as number, closedColumns)
  const others = bodies.some((body) => body.lead.length > 0)
  const lead = grouped[0] === undefined ? leadOfFirst(lines, from, first, others) : []
  const leads = [lead, ...bodies.map((body) => body.lead)]
  const leadWidth = Math.max(...leads.map((items) => items.length))
  const begins = run.map((number, index) => grouped[index] ?? leads[index]?.[0] ?? number)
  const rests = [...bodies.map(({ cells }) => cells), last.cells]
  const columns = columnClasses(lines, rests, width)
  const rows = rests.flatMap((rest, index): readonly TableRow[] => {
    const number = run[index] as number
    const parts = { leading: leads[index] ?? [], leadWidth, number, rest, columns }
    const group = grouped[index]
    const start = group === undefined ? (begins[index] as number) : number
    const span = between(lines, start, begins[index + 1] ?? last.to)
    const row = { span, cells: alignRow(lines, parts), header: false }
    return group === undefined ? [row] : [groupRow(lines, group, 2, leadWidth + 1 + width), row]
  })
  return withHead(lines, { from, to: last.to, rows }, begins[0] as number, leadWidth + 1 + width)
}

type Body = { readonly cells: readonly Cell[]; readonly lead: readonly number[] }

/** Lines between two running numbers: the row's own cells, then a category set off by a blank line that leads the next row. */
const splitBody = (lines: readonly Line[], number: number, next: number): Body => {
  const before = next - 1
  const heading = readHeading(lines[before] as Line)
  // “…1.4 / （blank） / 建设宜居城区 / 5”: after a blank line and right before a number stands a category.
  const setOff = (lines[before]?.gap ?? 0) > 0 && (lines[next]?.gap ?? 0) === 0
  const leads = before > number + 1 && (setOff || (heading !== undefined && heading.rank <= 5))
  return { cells: bodyCells(lines, number + 1, leads ? before : next), lead: leads ? [before] : [] }
}

/**
 * Without blank lines the kinds of cells tell: where most rows end with a number, a row that ends with a word and no digit ends
 * with the next row's category; else the count: a row one longer than most.
 */
const settleLeads = (lines: readonly Line[], bodies: readonly Body[]): readonly Body[] => {
  if (bodies.some(({ lead }) => lead.length > 0)) return bodies
  const usual = mode(bodies.map(({ cells }) => cells.length))
  const frequent = bodies.filter(({ cells }) => cells.length === usual).length >= bodies.length / 2
  const lastOf = ({ cells }: Body): Line | undefined => {
    const cell = cells.at(-1)
    return cell === undefined || cell === 'empty'
      ? undefined
      : lines[typeof cell === 'number' ? cell : cell.last]
  }
  const valued = bodies.filter((body) => !isWords(lastOf(body))).length > bodies.length / 2
  const isLead = (body: Body): boolean =>
    valued
      ? /^[^\d，。]{2,20}$/.test(lastOf(body)?.text ?? '') && classOf(lastOf(body)) === 'text'
      : frequent && body.cells.length === usual + 1
  return bodies.map((body) => {
    const last = body.cells.at(-1)
    return typeof last === 'number' && isLead(body) ? { cells: body.cells.slice(0, -1), lead: [last] } : body
  })
}

/** A category between the head and the first number: set off by a blank line or, where other rows have one, no word of a head. */
const leadOfFirst = (
  lines: readonly Line[],
  from: number,
  first: number,
  others: boolean,
): readonly number[] => {
  const before = first - 1
  if (before <= from || (lines[first]?.gap ?? 0) > 0) return []
  const heading = readHeading(lines[before] as Line)
  const foreign = others && !isHeadCell(lines[before]) && isHeadCell(lines[before - 1])
  return (lines[before]?.gap ?? 0) > 0 || heading !== undefined || foreign ? [before] : []
}

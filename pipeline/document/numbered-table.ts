/**
 * Tables flattened to one cell a line whose rows a running number opens:
 * “序号 / 指标 / 单位 / 1 / 旧住房改造 / 万平方米 / 2 / …”, each on its own line.
 */
import type { Span } from '../records.ts'
import { classOf, isWords } from './cell-classes.ts'
import { readHeading } from './headings.ts'
import type { Line } from './lines.ts'

import { alignRow, between, type Cell, columnClasses } from './rows.ts'
import { firstNumber, isBoundary, LONGEST_HEAD_CELL, runFrom } from './running-numbers.ts'
import { mode } from './tabbed-table.ts'
import { isHeadCell, readHead } from './table-head.ts'
import type { Table, TableRow } from './tables.ts'

export const findNumberedTable = (lines: readonly Line[], from: number): Table | undefined => {
  const first = firstNumber(lines, from)
  const run = first === undefined ? [] : runFrom(lines, first)
  if (first === undefined || run.length < 2) return undefined
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
  const last = lastBody(lines, run.at(-1) as number, width)
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
    return group === undefined ? [row] : [groupRow(lines, group, leadWidth + 1 + width), row]
  })
  return withHead(lines, { from, to: last.to, rows }, begins[0] as number, leadWidth + 1 + width)
}

const withHead = (lines: readonly Line[], table: Table, bodyStart: number, width: number): Table => {
  if (bodyStart === table.from) return table
  const head = readHead(lines, table.from, bodyStart, width)
  const headStart = head.caption === undefined ? table.from : head.caption + 1
  const caption = head.caption === undefined ? {} : { caption: lines[head.caption]?.content as Span }
  if (headStart === bodyStart) return { ...table, ...caption }
  return {
    ...table,
    ...caption,
    rows: [{ span: between(lines, headStart, bodyStart), cells: head.cells, header: true }, ...table.rows],
  }
}

/** “一 / 粮食安全 / 1 / …”: the line of a counted group of rows that stands before a row's number. */
const groupBefore = (lines: readonly Line[], number: number, after: number): number | undefined => {
  const at = number - 2
  const named = isWords(lines[at + 1]) && (lines[at + 1]?.text.length ?? 0) <= LONGEST_HEAD_CELL
  return at > after && named && /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.]?$/.test(lines[at]?.text ?? '')
    ? at
    : undefined
}

/** A group's line as a row: its number, its name, and nothing under the other heads. */
const groupRow = (lines: readonly Line[], group: number, width: number): TableRow => {
  const cells = [lines[group]?.content, lines[group + 1]?.content].map((span) => span ?? { start: 0, end: 0 })
  const end = cells[1]?.end ?? 0
  return {
    span: between(lines, group, group + 2),
    cells: [...cells, ...Array.from({ length: Math.max(0, width - 2) }, () => ({ start: end, end }))],
    header: false,
  }
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
  const lastOf = (body: Body): Line | undefined => lines[body.cells.at(-1) as number]
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

/** Cells from line `from` to `to`; a single blank line inside a row that has none elsewhere is an empty cell. */
const bodyCells = (lines: readonly Line[], from: number, to: number): readonly Cell[] => {
  const range = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  const gaps = range.filter((index) => (lines[index]?.gap ?? 0) > 0).length
  const sparse = gaps <= range.length / 3
  return range.flatMap((index): Cell[] => (sparse && lines[index]?.gap === 1 ? ['empty', index] : [index]))
}

const lastBody = (
  lines: readonly Line[],
  number: number,
  width: number,
): { cells: readonly Cell[]; to: number } => {
  let to = number + 1
  while (to < lines.length && to - number - 1 < width) {
    const line = lines[to] as Line
    const ends = line.gap > 0 && to > number + 2 && line.text.length > LONGEST_HEAD_CELL
    if (line.mark !== 'text' || isBoundary(lines, to, -1) || ends) break
    to++
  }
  return { cells: bodyCells(lines, number + 1, to), to }
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

/**
 * Tables flattened to one cell a line with nothing else to show them: a head, then rows that a running number opens.
 * “序号 / 指标 / 单位 / 1 / 旧住房改造 / 万平方米 / 2 / …”, each on its own line.
 */
import type { Span } from '../records.ts'
import { readHeading } from './headings.ts'
import type { Line } from './lines.ts'
import type { Table, TableRow } from './tables.ts'

const FEWEST_ROWS = 2
const LONGEST_HEAD_CELL = 20
const LONGEST_HEAD = 16

/** Line numbers of the rows' running numbers 1, 2, 3, … */
type Run = readonly number[]

export const findBareTable = (lines: readonly Line[], from: number): Table | undefined => {
  const first = firstNumber(lines, from)
  if (first === undefined) return undefined
  const run = runFrom(lines, first)
  if (run.length < FEWEST_ROWS) return undefined
  const bodies = run.map((line, index) => ({ number: line, next: run[index + 1] }))
  const closed = bodies.slice(0, -1).map(({ number, next }) => splitTail(lines, number, next as number))
  const lead = leadOf(lines, from, first)
  const width = Math.max(...closed.map((body) => body.cells.length))
  const leads = [lead, ...closed.map((body) => body.lead)]
  const last = lastBody(lines, run.at(-1) as number, width)
  const cells = [...closed.map((body) => body.cells), last.cells]
  const leadWidth = Math.max(...leads.map((items) => items.length))
  const rows: TableRow[] = cells.map((rest, index) => {
    const leading = leads[index] ?? []
    const number = run[index] as number
    const begin = leading[0] ?? number
    const end = index + 1 < cells.length ? (leads[index + 1]?.[0] ?? (run[index + 1] as number)) : last.to
    return {
      span: between(lines, begin, end),
      cells: alignCells(lines, { leading, leadWidth, number, rest, width }),
      header: false,
    }
  })
  const bodyStart = lead[0] ?? first
  const head: TableRow[] =
    bodyStart > from
      ? [{ span: between(lines, from, bodyStart), cells: headCells(lines, from, bodyStart), header: true }]
      : []
  return { from, to: last.to, rows: [...head, ...rows] }
}

/** The line “1” that follows a head of short lines beginning at `from`. */
const firstNumber = (lines: readonly Line[], from: number): number | undefined => {
  for (let index = from; index <= from + LONGEST_HEAD; index++) {
    const line = lines[index]
    if (line?.mark !== 'text') return undefined
    if (line.text === '1' || line.text === '01')
      return index >= from + 1 || index === from ? index : undefined
    if (
      line.text.length > LONGEST_HEAD_CELL ||
      /[。；！？，：:、]/.test(line.text) ||
      readHeading(line, line.text) ||
      /^\d+$/.test(line.text)
    )
      return undefined
  }
  return undefined
}

const FARTHEST = 30

const runFrom = (lines: readonly Line[], first: number): Run => {
  const run = [first]
  for (let index = first + 1; index < lines.length && index <= (run.at(-1) ?? first) + FARTHEST; index++) {
    const line = lines[index] as Line
    if (line.mark !== 'text' || isBoundary(line)) break
    if (
      /^0?\d{1,3}$/.test(line.text) &&
      Number(line.text) === run.length + 1 &&
      index > (run.at(-1) ?? 0) + 1
    )
      run.push(index)
  }
  return run
}

/** A heading that no cell would be: 第…章, 专栏, 一、, （一）. */
const isBoundary = (line: Line): boolean => {
  const heading = readHeading(line, line.text)
  return heading !== undefined && heading.rank <= 5
}

type Cellish = number | 'empty'

/** Lines between two running numbers: the row's own cells, then what leads the next row (a category over several rows). */
const splitTail = (
  lines: readonly Line[],
  number: number,
  next: number,
): { cells: Cellish[]; lead: number[] } => {
  let end = next
  const lead: number[] = []
  for (let index = next - 1; index > number + 1 && (lines[next]?.gap ?? 0) === 0; index--) {
    // “…1.4 / （blank） / 建设宜居城区 / 5”: after a blank line and right before a number stands a category.
    if ((lines[index]?.gap ?? 0) > 0) {
      for (let line = index; line < next; line++) lead.push(line)
      end = index
      break
    }
    if (next - index >= 2) break
  }
  return { cells: bodyCells(lines, number + 1, end), lead }
}

/** Cells from line `from` to `to`; a single blank line inside a row that has none elsewhere is an empty cell. */
const bodyCells = (lines: readonly Line[], from: number, to: number): Cellish[] => {
  const range = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  const gaps = range.filter((index) => (lines[index]?.gap ?? 0) > 0).length
  const sparse = gaps <= range.length / 3
  return range.flatMap((index): Cellish[] =>
    sparse && (lines[index]?.gap ?? 0) === 1 ? ['empty', index] : [index],
  )
}

const lastBody = (
  lines: readonly Line[],
  number: number,
  width: number,
): { cells: Cellish[]; to: number } => {
  let to = number + 1
  while (to < lines.length && to - number - 1 < width) {
    const line = lines[to] as Line
    if (
      line.mark !== 'text' ||
      isBoundary(line) ||
      (line.gap > 0 && to - number > 2 && line.text.length > LONGEST_HEAD_CELL)
    )
      break
    to++
  }
  return { cells: bodyCells(lines, number + 1, to), to }
}

/** A category that stands between the head and the first number, after a blank line. */
const leadOf = (lines: readonly Line[], from: number, first: number): number[] => {
  const before = first - 1
  if (before <= from || (lines[first]?.gap ?? 0) > 0) return []
  return (lines[before]?.gap ?? 0) > 0 ? [before] : []
}

type RowParts = {
  readonly leading: readonly number[]
  readonly leadWidth: number
  readonly number: number
  readonly rest: readonly Cellish[]
  readonly width: number
}

/** Every row as wide as the widest: values stand to the right, so what is missing is a merged cell after the number. */
const alignCells = (
  lines: readonly Line[],
  { leading, leadWidth, number, rest, width }: RowParts,
): Span[] => {
  const at = (line: number): Span => lines[line]?.content ?? { start: 0, end: 0 }
  const empty = (offset: number): Span => ({ start: offset, end: offset })
  const start = at(leading[0] ?? number).start
  const numberSpan = at(number)
  const missing = Math.max(0, width - rest.length)
  const cells: Span[] = [
    ...Array.from({ length: leadWidth - leading.length }, () => empty(start)),
    ...leading.map(at),
    numberSpan,
    ...Array.from({ length: missing }, () => empty(numberSpan.end)),
  ]
  for (const cell of rest)
    cells.push(cell === 'empty' ? empty(cells.at(-1)?.end ?? numberSpan.end) : at(cell))
  return cells
}

/** The head's cells: a line that only goes on (“完成值” after “‘十四五’”) cannot be told and stays a cell of its own. */
const headCells = (lines: readonly Line[], from: number, to: number): Span[] =>
  lines.slice(from, to).map((line) => line.content)

const between = (lines: readonly Line[], from: number, to: number): Span => ({
  start: lines[from]?.span.start ?? 0,
  end: lines[to - 1]?.span.end ?? 0,
})

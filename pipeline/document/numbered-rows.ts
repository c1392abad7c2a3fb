/** Heads, groups and cells of flattened tables whose rows a running number opens. */
import type { Span } from '../records.ts'
import { isWords } from './cell-classes.ts'
import type { Line } from './lines.ts'
import { between, type Cell, classOfCell, joinBroken } from './rows.ts'
import { isBoundary, LONGEST_HEAD_CELL } from './running-numbers.ts'
import { readHead } from './table-head.ts'
import type { Table, TableRow } from './tables.ts'

export const withHead = (lines: readonly Line[], table: Table, bodyStart: number, width: number): Table => {
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
export const groupBefore = (lines: readonly Line[], number: number, after: number): number | undefined => {
  const at = number - 2
  const named = isWords(lines[at + 1]) && (lines[at + 1]?.text.length ?? 0) <= LONGEST_HEAD_CELL
  return at > after && named && /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.]?$/.test(lines[at]?.text ?? '')
    ? at
    : undefined
}

/** The `count` lines of a group as a row: its number, its name, and nothing under the other heads. */
export const groupRow = (lines: readonly Line[], group: number, count: number, width: number): TableRow => {
  const cells = lines.slice(group, group + count).map((line) => line.content)
  const end = cells.at(-1)?.end ?? 0
  return {
    span: between(lines, group, group + count),
    cells: [...cells, ...Array.from({ length: Math.max(0, width - count) }, () => ({ start: end, end }))],
    header: false,
  }
}

/** Cells from line `from` to `to`; a single blank line inside a row that has none elsewhere is an empty cell. */
export const bodyCells = (lines: readonly Line[], from: number, to: number): readonly Cell[] => {
  const range = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  const gaps = range.filter((index) => (lines[index]?.gap ?? 0) > 0).length
  const sparse = gaps <= range.length / 3
  const cells = range.flatMap((index): Cell[] =>
    sparse && lines[index]?.gap === 1 ? ['empty', index] : [index],
  )
  return joinBroken(lines, cells)
}

/** What stands below a table and is no row of it: a sum, a note. */
export const BELOW = /^(?:合计|总计|共计)|^(?:注|备注|说明|资料来源)[：:]/

/** The cells of the last row: as many as the columns, or fewer where the kind of the last column's cells comes before. */
export const lastBody = (
  lines: readonly Line[],
  number: number,
  columns: readonly string[],
): { readonly cells: readonly Cell[]; readonly to: number } => {
  const closing = columns.at(-1) ?? 'text'
  const closes = closing !== 'text' && columns.indexOf(closing) === columns.length - 1
  let to = number + 1
  let cells: readonly Cell[] = []
  for (; to < lines.length; to++) {
    const line = lines[to] as Line
    const ends = line.gap > 0 && to > number + 2 && line.text.length > LONGEST_HEAD_CELL
    if (line.mark !== 'text' || isBoundary(lines, to, -1) || ends || BELOW.test(line.text)) break
    if (closes && to > number + 2 && classOfCell(lines, cells.at(-1)) === closing) break
    const more = bodyCells(lines, number + 1, to + 1)
    if (more.length > columns.length) break
    cells = more
  }
  return { cells, to }
}

/**
 * Flattened tables whose head says how wide they are: “序号 / 重点任务 / 牵头单位 / 完成时限 / 一、抓好粮食生产 / 1 / …”. No column
 * stands before the number, so what comes between two rows heads a group of them, and rows may lack cells or break them over lines.
 */
import { classOf } from './cell-classes.ts'
import { readHeading } from './headings.ts'
import type { Line } from './lines.ts'
import { bodyCells, groupBefore, groupRow, lastBody, withHead } from './numbered-rows.ts'
import { alignRow, between, type Cell, columnClasses } from './rows.ts'
import { isCaption, isHeadCell } from './table-head.ts'
import type { Table, TableRow } from './tables.ts'

const SERIAL = /^(?:序号|编号)$/
const FEWEST_HEADS = 3
const LONGEST_GROUP = 24

/** How many lines before a row's number head the group that it opens: “一 / 供水”, “一、抓好粮食生产”. */
const groupLines = (lines: readonly Line[], number: number, after: number): number => {
  if (groupBefore(lines, number, after) !== undefined) return 2
  const above = lines[number - 1]
  const heading = above && number - 1 > after ? readHeading(above) : undefined
  return heading !== undefined && heading.rank <= 6 && !isHeadCell(above) ? 1 : 0
}

type Row = { readonly number: number; readonly group: number; readonly cells: readonly Cell[] }

/** “排水管网”: a line too many behind a full row, short and without a figure, heads the rows below. */
const bareGroup = (lines: readonly Line[], cells: readonly Cell[], room: number): boolean => {
  const last = cells.at(-1)
  const line = typeof last === 'number' ? lines[last] : undefined
  return (
    cells.length === room + 1 &&
    line !== undefined &&
    /^[^\d，。；、]+$/.test(line.text) &&
    line.text.length <= LONGEST_GROUP &&
    classOf(line) === 'text'
  )
}

const readRows = (
  lines: readonly Line[],
  from: number,
  run: readonly number[],
  room: number,
): readonly Row[] => {
  let bare = 0
  return run.map((number, index) => {
    const group = bare || groupLines(lines, number, index === 0 ? from : (run[index - 1] as number))
    bare = 0
    const next = run[index + 1]
    if (next === undefined) return { number, group, cells: [] }
    const cells = bodyCells(lines, number + 1, next - groupLines(lines, next, number))
    if (!bareGroup(lines, cells, room)) return { number, group, cells }
    bare = 1
    return { number, group, cells: cells.slice(0, -1) }
  })
}

/** The table of rows numbered at the lines `run`, where its head begins with 序号 and no row has more cells than it. */
export const findHeadedTable = (
  lines: readonly Line[],
  from: number,
  run: readonly number[],
): Table | undefined => {
  const first = run[0] as number
  const head = isCaption(lines[from]?.text ?? '') && !isHeadCell(lines[from]) ? from + 1 : from
  const bodyStart = first - groupLines(lines, first, head)
  const width = bodyStart - head
  if (width < FEWEST_HEADS || !SERIAL.test(lines[head]?.text ?? '')) return undefined
  const rows = readRows(lines, from, run, width - 1)
  const widest = Math.max(...rows.map(({ cells }) => cells.length))
  const known = lines.slice(head, bodyStart).every((line) => isHeadCell(line))
  if (widest > width - 1 || (widest < width - 1 && !known)) return undefined
  const columns = columnClasses(
    lines,
    rows.slice(0, -1).map(({ cells }) => cells),
    width - 1,
  )
  const last = lastBody(lines, run.at(-1) as number, columns)
  const all = rows.map((row, index) => (index === rows.length - 1 ? { ...row, cells: last.cells } : row))
  const begins = (row: Row | undefined): number => (row ? row.number - row.group : last.to)
  const made = all.flatMap((row, index): readonly TableRow[] => {
    const { number, group, cells: rest } = row
    const span = between(lines, number, begins(all[index + 1]))
    const own = {
      span,
      cells: alignRow(lines, { leading: [], leadWidth: 0, number, rest, columns }),
      header: false,
    }
    return group > 0 ? [groupRow(lines, begins(row), group, width), own] : [own]
  })
  return withHead(lines, { from, to: last.to, rows: made }, bodyStart, width)
}

/**
 * Tables flattened to one cell a line without a running number: rows are set apart by blank lines, or repeat one shape
 * (“指标 / 单位 / 2025年 / 属性 / 常住人口 / 万人 / 41 / 预期性 / …”: every fourth cell is 预期性 or 约束性).
 */
import { classOf, isWordsKind } from './cell-classes.ts'
import { readHeading } from './headings.ts'
import type { Line } from './lines.ts'
import { between } from './rows.ts'
import { isCaption, isHeadCell, readHead } from './table-head.ts'
import type { Table, TableRow } from './tables.ts'

const NARROWEST = 2
const WIDEST = 10
const LONGEST_CELL = 60
const FEWEST_ROWS = 2

export const findShapedTable = (lines: readonly Line[], from: number): Table | undefined => {
  const captioned = isCaption(lines[from]?.text ?? '') && !isHeadCell(lines[from])
  const head = captioned ? from + 1 : from
  if (!isHeadCell(lines[head]) || !isHeadCell(lines[head + 1])) return undefined
  const end = endOfCells(lines, head)
  const rows = rowsByBlanks(lines, head, end) ?? rowsByShape(lines, head, end)
  if (!rows) return undefined
  const to = rows.at(-1)?.to as number
  const width = (rows[1]?.to ?? to) - (rows[1]?.from ?? to)
  const caption = captioned ? { caption: (lines[from] as Line).content } : {}
  return {
    from,
    to,
    rows: rows.map((row, index) => toRow(lines, row, index === 0 ? width : undefined)),
    ...caption,
  }
}

type Range = { readonly from: number; readonly to: number }

const toRow = (lines: readonly Line[], { from, to }: Range, headWidth?: number): TableRow => ({
  span: between(lines, from, to),
  cells:
    headWidth === undefined
      ? lines.slice(from, to).map((line) => line.content)
      : readHead(lines, from, to, headWidth).cells,
  header: headWidth !== undefined,
})

/** Cells go on until a heading, a sentence, or two blank lines. */
const endOfCells = (lines: readonly Line[], from: number): number => {
  let index = from
  for (; index < lines.length; index++) {
    const line = lines[index] as Line
    const heading = readHeading(line)
    if (line.mark !== 'text' || line.text.length > LONGEST_CELL || /[。！？]$/.test(line.text)) break
    if ((heading && heading.rank <= 5) || (index > from && line.gap >= 2)) break
  }
  return index
}

/** Rows where blank lines part lines to groups of one size. */
const rowsByBlanks = (lines: readonly Line[], from: number, to: number): readonly Range[] | undefined => {
  const starts = [from]
  for (let index = from + 1; index < to; index++) if ((lines[index]?.gap ?? 0) > 0) starts.push(index)
  const ranges = starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? to }))
  const width = ranges[1] ? ranges[1].to - ranges[1].from : 0
  if (width < NARROWEST || ranges.length <= FEWEST_ROWS) return undefined
  const wrong = ranges.findIndex((range, index) => index > 0 && range.to - range.from !== width)
  const kept = wrong < 0 ? ranges : ranges.slice(0, wrong)
  return kept.length > FEWEST_ROWS ? kept : undefined
}

/** Rows where cells of one kind come back at one distance, as many as the head has. */
const rowsByShape = (lines: readonly Line[], from: number, to: number): readonly Range[] | undefined => {
  let heads = 0
  while (from + heads < to && heads < WIDEST && isHeadCell(lines[from + heads])) heads++
  for (let width = heads; width >= NARROWEST; width--) {
    const start = from + heads
    const count = countRows(lines, start, to, width)
    if (count < FEWEST_ROWS) continue
    return [
      { from, to: start },
      ...Array.from({ length: count }, (_, row) => ({
        from: start + row * width,
        to: start + (row + 1) * width,
      })),
    ]
  }
  return undefined
}

/** How many rows of `width` cells repeat the first one's kinds of cells, of which one at least must be no plain text. */
const countRows = (lines: readonly Line[], from: number, to: number, width: number): number => {
  const shape = Array.from({ length: width }, (_, column) => classOf(lines[from + column]))
  if (shape.every((kind) => kind === 'text' || kind === 'place')) return 0
  let count = 0
  while (from + (count + 1) * width <= to && fits(lines, from + count * width, shape)) count++
  return count
}

const fits = (lines: readonly Line[], start: number, shape: readonly string[]): boolean =>
  shape.every((kind, column) => {
    const other = classOf(lines[start + column])
    return (
      kind === other ||
      (isWordsKind(kind) && isWordsKind(other)) ||
      other === 'blank' ||
      kind === 'blank' ||
      (kind !== 'text' && kind !== 'place' && kind !== 'nature' && other === 'range')
    )
  })

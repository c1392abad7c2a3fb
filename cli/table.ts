/** Straight tables for a terminal: Chinese characters are two columns wide, long texts wrap and are never cut. */
import stringWidth from 'string-width'
import { table } from 'table'

export type Cell = string
type Grid = readonly (readonly Cell[])[]

/** Space for a border and padding on one side of a cell. */
const FRAME = 3
const NARROWEST = 6
/** A Latin word up to this width is kept whole. */
const KEPT = 16

const widest = (cells: readonly Cell[]): number =>
  Math.max(1, ...cells.flatMap((cell) => cell.split('\n').map((line) => stringWidth(line))))

const longestWord = (cells: readonly Cell[]): number =>
  Math.max(...cells.flatMap((cell) => (cell.match(/[\x21-\x7e]+/g) ?? ['']).map((word) => word.length)))

/** Rows that are looked at when widths are chosen. */
const SAMPLE = 100

/** A readable width for running text, where there is room. */
const READABLE = 16

/** A cell as the widths of its lines. */
type Lines = readonly number[]
type Column = { readonly least: number; readonly natural: number; readonly cells: readonly Lines[] }

const linesOf = (cell: Cell): Lines => cell.split('\n').map((line) => stringWidth(line))

/** How tall a cell gets at a width. */
const linesAt = (lines: Lines, width: number): number =>
  lines.reduce((tall, line) => tall + Math.max(1, Math.ceil(line / width)), 0)

/** The column that, made one narrower, makes the rows least taller; of equals the widest. */
const nextToYield = (columns: readonly Column[], widths: readonly number[]): number => {
  const heights = (columns[0]?.cells ?? []).map((_, row) =>
    Math.max(...columns.map(({ cells }, column) => linesAt(cells[row] ?? [], widths[column] ?? 1))),
  )
  const costs = columns.map(({ least, cells }, column) => {
    const narrower = (widths[column] ?? 1) - 1
    if (narrower < least) return Number.POSITIVE_INFINITY
    return cells.reduce(
      (cost, cell, row) => cost + Math.max(0, linesAt(cell, narrower) - (heights[row] ?? 0)),
      0,
    )
  })
  const cheapest = Math.min(...costs)
  if (cheapest === Number.POSITIVE_INFINITY) return -1
  const equals = widths.map((width, column) => (costs[column] === cheapest ? width : 0))
  return equals.indexOf(Math.max(...equals))
}

/** Natural widths (a head may wrap between words), then columns give way, the long quotes last, until the table fits. */
export const columnWidths = (grid: Grid, room: number): readonly number[] => {
  const [head = [], ...body] = grid
  const space = room - 1 - head.length * FRAME
  const share = Math.min(READABLE, Math.floor(space / head.length))
  const columns = head.map((title, column): Column => {
    const texts = body.map((row) => row[column] ?? '')
    const titleWidth = widest(title.split(' '))
    const natural = Math.max(titleWidth, widest(texts))
    const kept = Math.max(Math.min(KEPT, longestWord(texts)), Math.min(natural, share))
    return {
      natural,
      least: Math.max(NARROWEST, titleWidth, kept),
      cells: texts.slice(0, SAMPLE).map(linesOf),
    }
  })
  const widths = columns.map(({ natural }) => Math.min(natural, space))
  while (widths.reduce((a, b) => a + b, 0) > space) {
    const column = nextToYield(columns, widths)
    if (column < 0) break
    widths[column] = (widths[column] ?? 1) - 1
  }
  return widths
}

/** Breaks a text so that no line is wider than `width`; breaks between any two Chinese characters. */
export const wrap = (text: string, width: number): string => {
  const lines: string[] = []
  for (const line of text.split('\n')) {
    let current = ''
    for (const word of line.match(/[\x21-\x7e]+|./gu) ?? []) {
      for (const piece of stringWidth(word) > width ? word : [word]) {
        if (stringWidth(current + piece) > width) {
          lines.push(current.trimEnd())
          current = piece === ' ' ? '' : piece
        } else current += piece
      }
    }
    lines.push(current)
  }
  return lines.join('\n')
}

/** A bordered table of at most `room` columns; the first row is its head. */
export const drawTable = (grid: Grid, room: number): string => {
  const widths = columnWidths(grid, room)
  const wrapped = grid.map((row) => row.map((cell, column) => wrap(clean(cell), widths[column] ?? NARROWEST)))
  const columns = widths.map((width) => ({ width }))
  return table(wrapped, { columns, drawHorizontalLine: (line, count) => line < 2 || line === count })
}

/** Tabs and other controls would bend the columns; `table` refuses them. */
const clean = (cell: Cell): Cell =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  cell.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ').replace(/\u200b|\ufeff/g, '')

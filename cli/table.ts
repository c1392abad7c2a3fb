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

/** Natural widths (a head may wrap between words), then the widest columns give way until the table fits. */
export const columnWidths = (grid: Grid, room: number): readonly number[] => {
  const [head = [], ...body] = grid
  const columns = head.map((title, column) => ({ title, cells: body.map((row) => row[column] ?? '') }))
  const least = columns.map(({ title, cells }) =>
    Math.max(NARROWEST, widest(title.split(' ')), Math.min(KEPT, longestWord(cells))),
  )
  const widths = columns.map(({ title, cells }) => Math.max(widest(title.split(' ')), widest(cells)))
  const space = room - 1 - widths.length * FRAME
  while (widths.reduce((a, b) => a + b, 0) > space) {
    const spare = widths.map((width, column) => (width > (least[column] ?? NARROWEST) ? width : 0))
    const most = Math.max(...spare)
    if (most === 0) break
    widths[spare.indexOf(most)] = most - 1
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

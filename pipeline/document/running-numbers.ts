/** The running numbers 1, 2, 3, … that open the rows of a flattened table. */
import { isWords } from './cell-classes.ts'
import { readHeading } from './headings.ts'
import type { Line } from './lines.ts'
import { isCaption, isHeadCell } from './table-head.ts'

/** The longest cell of a head, in UTF-16 units, and the most lines of one. */
export const LONGEST_HEAD_CELL = 20
const LONGEST_HEAD = 18
/** A row of more lines than this is none: what is counted is pages, not rows. */
const FARTHEST = 14

/** The line “1” behind a head of short lines that begins at `from`. A head needs a caption or words that heads say. */
export const firstNumber = (lines: readonly Line[], from: number): number | undefined => {
  let heads = 0
  for (let index = from; index <= from + LONGEST_HEAD; index++) {
    const line = lines[index]
    if (line?.mark !== 'text') return undefined
    if (/^0?1$/.test(line.text)) return index === from || heads > 0 ? index : undefined
    if (isHeadCell(line) || (index === from && isCaption(line.text))) heads++
    else if (!mayBeHead(lines, index)) return undefined
  }
  return undefined
}

const mayBeHead = (lines: readonly Line[], index: number): boolean => {
  const line = lines[index] as Line
  if (line.text.length > LONGEST_HEAD_CELL || /[。；！？，：:]/.test(line.text) || /^\d+$/.test(line.text))
    return false
  return readHeading(line) === undefined || /^0?1$/.test(lines[index + 1]?.text ?? '')
}

/** Line numbers of the running numbers 1, 2, 3, … */
export const runFrom = (lines: readonly Line[], first: number): readonly number[] => {
  const run = [first]
  for (let index = first + 1; index < lines.length && index <= (run.at(-1) ?? first) + FARTHEST; index++) {
    const line = lines[index] as Line
    if (line.mark !== 'text' || isBoundary(lines, index, run.length + 1)) break
    if (index > (run.at(-1) ?? 0) + 1 && opensRow(lines, index, run.length + 1)) run.push(index)
  }
  return run
}

/**
 * “8 / 内涝防治标准” opens the eighth row; “8 / ≥25” is a figure of the seventh, where an “8” before a word comes after it.
 */
const opensRow = (lines: readonly Line[], index: number, value: number): boolean => {
  if (!isNumber(lines[index], value)) return false
  if (isWords(lines[index + 1])) return true
  for (let later = index + 1; later < lines.length && later <= index + FARTHEST; later++) {
    if (lines[later]?.mark !== 'text' || isBoundary(lines, later, value)) return true
    if (isNumber(lines[later], value) && isWords(lines[later + 1])) return false
  }
  return true
}

const isNumber = (line: Line | undefined, value: number): boolean =>
  /^\d{1,3}$/.test(line?.text ?? '') && Number(line?.text) === value

/** A heading (第…章, 专栏, 一、, （一）) ends a table, but not where the next row follows it: then it is a category. */
export const isBoundary = (lines: readonly Line[], index: number, next: number): boolean => {
  const line = lines[index] as Line
  const heading = readHeading(line)
  return heading !== undefined && heading.rank <= 5 && !isNumber(lines[index + 1], next)
}

/** Cells and rows of flattened tables as spans. */
import type { Span } from '../records.ts'
import type { Line } from './lines.ts'

/** A line's number, or a cell that the text leaves empty. */
export type Cell = number | 'empty'

export type RowParts = {
  readonly leading: readonly number[]
  readonly leadWidth: number
  readonly number: number
  readonly rest: readonly Cell[]
  readonly width: number
}

/** The span of whole lines `from` to `to` (exclusive). */
export const between = (lines: readonly Line[], from: number, to: number): Span => ({
  start: lines[from]?.span.start ?? 0,
  end: lines[to - 1]?.span.end ?? 0,
})

/** Every row as wide as the widest: values stand to the right, so what is missing is a merged cell behind the number. */
export const alignRow = (
  lines: readonly Line[],
  { leading, leadWidth, number, rest, width }: RowParts,
): Span[] => {
  const at = (line: number): Span => lines[line]?.content ?? { start: 0, end: 0 }
  const empty = (offset: number): Span => ({ start: offset, end: offset })
  const start = at(leading[0] ?? number).start
  const cells: Span[] = [
    ...Array.from({ length: leadWidth - leading.length }, () => empty(start)),
    ...leading.map(at),
    at(number),
    ...Array.from({ length: Math.max(0, width - rest.length) }, () => empty(at(number).end)),
  ]
  for (const cell of rest) cells.push(cell === 'empty' ? empty(cells.at(-1)?.end ?? start) : at(cell))
  return cells
}

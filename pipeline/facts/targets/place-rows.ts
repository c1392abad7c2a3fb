/** The rows of a table of places, as a grid of cells or flattened to one cell a line. Offsets are into the whole text. */
import type { Knowledge } from '../../knowledge.ts'
import type { Span } from '../../records.ts'
import type { Cell, Line } from './cells.ts'
import { endsInHead } from './names.ts'
import { EMPTY, splitUnit } from './rows.ts'
import type { Words } from './words.ts'

export type PlaceRow = { readonly place?: Cell; readonly values: readonly (Cell | undefined)[] }

export type Grid = {
  readonly span: Span
  /** The heads of the columns behind the place. */
  readonly heads: readonly Cell[]
  readonly rows: readonly PlaceRow[]
  /** The line above the head. */
  readonly title: string
  readonly next: number
}

const squeeze = (text: string): string => text.replace(/[\s　]+/g, '')
const TOTAL = /^(?:合计|总计|小计|全[县区市镇]|平均)$/
const NUMBER = /^[≥≤><＞＜约]?-?[0-9][0-9.,]*[%％]?(?:[^0-9，。；]{0,6})?$/

const isPlaceHead = (text: string, words: Words): boolean => words.placeHeads.has(squeeze(text))

const titleAbove = (lines: readonly Line[], at: number): string => {
  for (let above = at - 1; above >= Math.max(0, at - 3); above--) {
    const text = lines[above]?.cells.map((cell) => cell.text).join('') ?? ''
    if (text !== '') return text
  }
  return ''
}

const isRule = (line: Line): boolean => line.cells.every((cell) => /^:?-{2,}:?$|^$/.test(cell.text))

/** Two rows of heads: “供水人口（万人）” over “2020年”, “2025年”. */
const joinHeads = (upper: readonly Cell[], lower: readonly Cell[]): readonly Cell[] => {
  let over = ''
  return upper.map((cell, i) => {
    over = cell.text === '' ? over : cell.text
    const below = lower[i]
    if (!below || below.text === '' || below.text === cell.text) return cell
    return { text: `${below.text}${over}`, span: below.span }
  })
}

/** A table with its cells on one line, whose head names a class of places. */
export const gridBody = (lines: readonly Line[], at: number, words: Words): Grid | undefined => {
  const head = lines[at]
  if (!head || head.cells.length < 3) return undefined
  const placeAt = head.cells.slice(0, 3).findIndex((cell) => isPlaceHead(cell.text, words))
  if (placeAt < 0) return undefined
  let next = at + 1
  while (next < lines.length && isRule(lines[next] as Line)) next++
  const lower = lines[next]
  const two =
    lower?.cells.length === head.cells.length &&
    (lower.cells[placeAt]?.text === '' || isPlaceHead(lower.cells[placeAt]?.text ?? '', words)) &&
    lower.cells.some((cell) => cell.text !== '') &&
    !lower.cells.some((cell) => NUMBER.test(cell.text) && !/20[0-9]{2}年?/.test(cell.text))
  const heads = two ? joinHeads(head.cells, lower.cells) : head.cells
  next += two ? 1 : 0
  const rows: PlaceRow[] = []
  for (; next < lines.length; next++) {
    const line = lines[next] as Line
    if (isRule(line)) continue
    if (line.cells.length !== head.cells.length) break
    const named = line.cells.slice(0, placeAt + 1).findLast((cell) => /[\u4e00-\u9fff]{2}/.test(cell.text))
    if (!named) continue
    const values = line.cells.slice(placeAt + 1).map((cell) => (EMPTY.test(cell.text) ? undefined : cell))
    rows.push({ ...(TOTAL.test(squeeze(named.text)) ? {} : { place: named }), values })
  }
  const end = lines[next - 1]?.span.end ?? head.span.end
  return {
    span: { start: head.span.start, end },
    heads: heads.slice(placeAt + 1),
    rows,
    title: titleAbove(lines, at),
    next,
  }
}

const isHead = (text: string, words: Words, knowledge: Knowledge): boolean => {
  const cell = { text: squeeze(text), span: { start: 0, end: 0 } }
  if (cell.text === '' || cell.text.length > 24) return false
  const parts = splitUnit(cell, knowledge)
  return (
    parts.unit !== undefined || endsInHead(cell.text, words) || /^.{0,4}20[0-9]{2}年.{0,4}$/.test(cell.text)
  )
}

/** A table flattened to one cell a line: heads, then for each place its name and a figure or a dash under every head. */
export const flatBody = (
  lines: readonly Line[],
  at: number,
  { words, knowledge }: { readonly words: Words; readonly knowledge: Knowledge },
): Grid | undefined => {
  const cellAt = (index: number): Cell | undefined =>
    lines[index]?.cells.length === 1 ? lines[index]?.cells[0] : undefined
  const first = cellAt(at)
  if (!first || !isPlaceHead(first.text, words)) return undefined
  const heads: Cell[] = []
  let next = at + 1
  for (let cell = cellAt(next); cell && isHead(cell.text, words, knowledge); cell = cellAt(++next))
    heads.push(cell)
  if (heads.length === 0) return undefined
  const numbered = /^序号$/.test(squeeze(cellAt(at - 1)?.text ?? ''))
  const rows: PlaceRow[] = []
  for (;;) {
    const serial = numbered && /^[0-9]{1,3}$/.test(cellAt(next)?.text ?? '') ? 1 : 0
    const named = cellAt(next + serial)
    const values = heads.map((_, i) => cellAt(next + serial + 1 + i))
    const fits =
      named &&
      /^[\u4e00-\u9fff（）、]{2,14}$/.test(named.text) &&
      values.every((cell) => cell && cell.text !== '' && (NUMBER.test(cell.text) || EMPTY.test(cell.text)))
    if (!fits) break
    rows.push({
      ...(TOTAL.test(squeeze(named.text)) ? {} : { place: named }),
      values: values.map((cell) => (cell && EMPTY.test(cell.text) ? undefined : cell)),
    })
    next += serial + 1 + heads.length
  }
  if (rows.length < 2) return undefined
  const span = { start: first.span.start, end: lines[next - 1]?.span.end ?? first.span.end }
  return { span, heads, rows, title: titleAbove(lines, numbered ? at - 1 : at), next }
}

/**
 * Tables whose rows are lines and whose cells nothing but blanks divide, as text drawn from a PDF has them:
 * “序号 项目名称 建设内容 投资（万元） / 1 甲溪公园 改造面积6公顷 1200”. Offsets are those of the lines given.
 */
import type { Span } from '../records.ts'
import { classOfText } from './cell-classes.ts'
import { lexicon } from './lexicon.ts'
import { columnKinds, placeCells } from './rows.ts'
import { isHeadWord } from './table-head.ts'

/** A line's words with where they begin in the text. */
export type SpacedLine = { readonly text: string; readonly start: number }

export type SpacedTable = {
  /** Lines of the table, its head among them. */
  readonly count: number
  readonly rows: readonly (readonly Span[])[]
}

const FEWEST_HEADS = 3
const FEWEST_ROWS = 2
const LONGEST_HEAD_CELL = 20
/** A head that says in brackets how its figures are measured: 2025年目标（亿立方米）. */
const MEASURED = /[（(][^（）()\d]{1,10}[）)]$/
const SENTENCE = /[。；！？]/

type Piece = { readonly text: string; readonly span: Span }

const piecesOf = ({ text, start }: SpacedLine): readonly Piece[] =>
  [...text.matchAll(/\S+/g)].map((found) => ({
    text: found[0],
    span: { start: start + found.index, end: start + found.index + found[0].length },
  }))

/** A line of short words, most of which heads of tables say. */
const isHead = (pieces: readonly Piece[]): boolean =>
  pieces.length >= FEWEST_HEADS &&
  pieces.every(({ text }) => text.length <= LONGEST_HEAD_CELL && !SENTENCE.test(text)) &&
  pieces.filter(({ text }) => isHeadWord(text) || isPlaceHead(text) || MEASURED.test(text)).length * 2 >=
    pieces.length

const isPlaceHead = (text: string): boolean => lexicon('place-heads').some((row) => row.head === text)

/** A row has at least half of the columns' cells, and none too many; a sentence is a cell of its own at most. */
const isRow = (pieces: readonly Piece[], width: number): boolean =>
  pieces.length >= Math.max(2, width / 2) &&
  pieces.length <= width &&
  pieces.slice(0, -1).every(({ text }) => !/[。！？]./.test(text))

/** The table whose head is the line at `from`, or undefined. `at(index)` gives a line, or undefined where it can be no row. */
export const spacedTable = (
  at: (index: number) => SpacedLine | undefined,
  from: number,
): SpacedTable | undefined => {
  const head = at(from)
  const heads = head ? piecesOf(head) : []
  if (!isHead(heads)) return undefined
  const bodies: (readonly Piece[])[] = []
  for (let index = from + 1; ; index++) {
    const line = at(index)
    const pieces = line ? piecesOf(line) : []
    if (!isRow(pieces, heads.length) || isHead(pieces)) break
    bodies.push(pieces)
  }
  const full = bodies.filter((pieces) => pieces.length === heads.length)
  if (bodies.length < FEWEST_ROWS || full.length === 0) return undefined
  const kinds = bodies.map((pieces) => pieces.map(({ text }) => classOfText(text)))
  const columns = columnKinds(kinds, heads.length)
  const rows = bodies.map((pieces, row) => {
    const placed = placeCells(kinds[row] ?? [], columns)
    let end = pieces[0]?.span.start ?? 0
    return columns.map((_, column): Span => {
      const cell = pieces[placed.indexOf(column)]?.span ?? { start: end, end }
      end = cell.end
      return cell
    })
  })
  return { count: bodies.length + 1, rows: [heads.map(({ span }) => span), ...rows] }
}

/** Where a name may begin and end in a sentence: word edges, stop words, marks. */
import type { Segment } from '../../records.ts'
import { type Book, type Form, formsAt, formsEnding } from './book.ts'
import type { PlaceWords } from './words.ts'

const han = /\p{Script=Han}/u

export type Edges = {
  /** Offsets in the segment's own text at which a token starts (and, as the last one, its length). */
  readonly at: ReadonlySet<number>
  readonly text: string
  /** The word that starts at an offset: its length and its part of speech. */
  readonly words: ReadonlyMap<number, { readonly length: number; readonly tag: string }>
}

/** The token edges of a segment, counted from the segment's start. */
export const edgesOf = (segment: Segment): Edges => ({
  at: new Set([...segment.tokens.map((token) => token.span.start - segment.span.start), segment.text.length]),
  text: segment.text,
  words: new Map(
    segment.tokens.map((token) => [
      token.span.start - segment.span.start,
      { length: token.text.length, tag: token.tag },
    ]),
  ),
})

// Never inside a name, so no word edge is needed: 2隧即|江浦隧道.
const alwaysAlone = /[即的了等及]/

/** Length of the stop word that ends at `end`, or 0. One character stops only as a token of its own. */
export const stopEnding = (edges: Edges, end: number, words: PlaceWords, front: boolean): number => {
  for (let length = Math.min(5, end); length > 0; length--) {
    const cuts = words.stops.get(edges.text.slice(end - length, end))
    if (cuts === undefined || !(cuts || front)) continue
    if (
      length > 1 ||
      alwaysAlone.test(edges.text[end - 1] ?? '') ||
      (edges.at.has(end) && edges.at.has(end - 1))
    )
      return length
  }
  return 0
}

/** Length of the stop word that begins at `at`, or 0. */
export const stopStarting = (edges: Edges, at: number, end: number, words: PlaceWords): number => {
  for (let length = Math.min(5, end - at); length > 0; length--)
    if (
      words.stops.has(edges.text.slice(at, at + length)) &&
      (length > 1 || (edges.at.has(at) && edges.at.has(at + 1)))
    )
      return length
  return 0
}

/** Whether marks or stop words touch the span on both sides; a mere word edge is not enough. */
export const markedEdges = (edges: Edges, start: number, end: number, words: PlaceWords): boolean => {
  const { text } = edges
  const left =
    !isHan(text[start - 1]) ||
    listMark.test(text[start - 1] ?? '') ||
    stopEnding(edges, start, words, true) > 0
  const right =
    !isHan(text[end]) ||
    listMark.test(text[end] ?? '') ||
    alwaysClean.test(text[end] ?? '') ||
    stopStarting(edges, end, text.length, words) > 0
  return left && right
}

const listMark = /[、—－\-–至和与及到]/

/** Whether the span stands next to another known place over a list mark or a dash: 甲州、乙州; 丙溪至丁坎. */
export const besidePlace = (edges: Edges, start: number, end: number, book: Book, form: Form): boolean => {
  const { text } = edges
  // “更新|城市、振兴”: the end of one word and the beginning of the next are no neighbour
  const atWord = (from: number): boolean => edges.at.has(from) || !isHan(text[from - 1])
  const isFellow = (other: Form): boolean => isDivision(other) && isOfKin(form, other)
  return (
    (listMark.test(text[end] ?? '') && formsAt(book, text, end + 1).some(isFellow)) ||
    (listMark.test(text[start - 1] ?? '') &&
      formsEnding(book, text, start - 1).some(
        (other) => isFellow(other) && atWord(start - 1 - other.text.length),
      ))
  )
}

const isDivision = (form: Form): boolean => form.guard !== 'beside' && form.known.origin !== 'learned'

const isTown = (form: Form): boolean => /^(?:town|township|subdistrict)$/.test(form.known.kind)

/** A town of the jurisdiction in a list says nothing for a county far away: 甲川、乙源 are neighbours. */
const isOfKin = (form: Form, other: Form): boolean => form.known.origin !== 'outside' || !isTown(other)

// Beside a name even where the tokenizer takes it into a word: 梁|平等.
const alwaysClean = /[等至及段]/

/** Whether nothing but marks, stop words or word edges touch the span on both sides. */
export const cleanEdges = (
  edges: Edges,
  start: number,
  end: number,
  words: PlaceWords,
  book: Book,
): boolean => {
  const { text } = edges
  if (words.notAfter.has(text[start - 1] ?? '')) return false
  if (words.notBefore.some((word) => text.startsWith(word, end))) return false
  const left =
    alwaysClean.test(text[start - 1] ?? '') ||
    edges.at.has(start) ||
    !han.test(text[start - 1] ?? '') ||
    stopEnding(edges, start, words, true) > 0 ||
    formsEnding(book, text, start).length > 0
  const right =
    alwaysClean.test(text[end] ?? '') ||
    // 甲山|东500千伏变电站
    /^[东南西北中]\d/.test(text.slice(end, end + 2)) ||
    edges.at.has(end) ||
    !han.test(text[end] ?? '') ||
    stopStarting(edges, end, text.length, words) > 0 ||
    formsAt(book, text, end).length > 0
  return left && right
}

/** Whether the character is a Chinese one (and not a mark, digit or letter). */
export const isHan = (character: string | undefined): boolean =>
  character !== undefined && han.test(character)

/** “盐湖+”产业 is a notion, no lake. */
export const namesConcept = (text: string, end: number): boolean => /^[+＋](?:[”"XN]|$)/.test(text.slice(end))

/** 甲河（乙洞至丙口段）, 甲溪|流域: the river is meant, not the town called after it. */
export const isFlow = (text: string, start: number, end: number): boolean =>
  /[河江溪]$/.test(text.slice(start, end)) &&
  /^(?:[（(][^（）()]*(?:段|至|—)[^（）()]*[）)]|生态缓冲带|河道|流域|干流|城区段)/.test(text.slice(end))

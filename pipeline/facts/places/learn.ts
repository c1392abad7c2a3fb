/** First pass: the names that a document builds itself, read off their endings. */
import type { Segment } from '../../records.ts'
import { acceptable } from './accept.ts'
import { type Book, formsAt, formsEnding, type Known } from './book.ts'
import { type Edges, edgesOf, isHan, stopEnding, stopStarting } from './edges.ts'
import { isGeneric, type PlaceWords, type Suffix } from './words.ts'

const longestCore = 12
export type Learned = { readonly known: Known; readonly start: number; readonly end: number }

const suffixAt = (text: string, at: number, words: PlaceWords): Suffix | undefined => {
  const suffix = words.suffixes.find((candidate) => text.startsWith(candidate.text, at))
  if (!suffix) return undefined
  const end = at + suffix.text.length
  return suffix.notBefore.some((next) => text.startsWith(next, end)) ? undefined : suffix
}

/** Where the words that may belong to the name begin: at a mark, a stop word, or after a full place name. */
const hardEdge = (edges: Edges, suffixStart: number, book: Book, words: PlaceWords): number => {
  let at = suffixStart
  while (at > 0 && suffixStart - at < longestCore && isHan(edges.text[at - 1])) {
    if (
      at < suffixStart &&
      formsEnding(book, edges.text, at).some(
        (form) => form.guard === 'full' && form.known.origin !== 'region',
      )
    )
      break
    if (stopEnding(edges, at, words, false) > 0) break
    at--
  }
  return at
}

const looseTag = /^(?:v|vd|d|p|c|r|u[a-z]*)$/

/** Length of a verb, adverb or the like at the front: never part of a name, though single characters may be mistagged. */
const looseWord = (segment: Segment, at: number): number => {
  const token = segment.tokens.find((candidate) => candidate.span.start - segment.span.start === at)
  return token && token.text.length >= 2 && looseTag.test(token.tag) ? token.text.length : 0
}

const trimFront = (
  segment: Segment,
  edges: Edges,
  from: number,
  to: number,
  book: Book,
  words: PlaceWords,
): number => {
  // A measure word after a number: 3条|城镇发展轴.
  let at = from < to && /[0-9０-９]/.test(edges.text[from - 1] ?? '') ? from + 1 : from
  for (;;) {
    // 新皂|片区: a town's name may begin with a stop word
    if (
      formsAt(book, edges.text, at).some(
        (form) => form.known.origin === 'within' && at + form.text.length <= to,
      )
    )
      return at
    const length = stopStarting(edges, at, to, words) || looseWord(segment, at)
    if (length === 0 || at + length > to) return at
    at += length
  }
}

/** Leaves out a place before the name (丙山|乙河新区), unless the rest says nothing by itself (甲溪高铁新区). */
const afterPlace = (
  edges: Edges,
  from: number,
  to: number,
  suffix: Suffix,
  book: Book,
  words: PlaceWords,
): number => {
  for (let at = from; at < to; at++)
    for (const form of formsAt(book, edges.text, at)) {
      const end = at + form.text.length
      // A short form that the document itself coined is the core of its own names: 甲里|生态保护区.
      if (end > to || form.guard === 'beside' || (form.known.origin === 'learned' && form.guard !== 'full'))
        continue
      // 珠江|口西岸都市圈: a water is cut off before another water alone.
      if (form.known.kind === 'water' && suffix.kind !== 'water' && suffix.kind !== 'mountain') continue
      if (at > from && (form.guard !== 'full' || !edges.at.has(at))) continue
      // 甲商务区|核心区: a part of a zone that the document itself names is called after the whole.
      if (end === to && form.known.origin === 'learned' && suffix.part) return at
      if (end === to)
        return form.guard === 'full' && /zone|town|subdistrict|county|city|province/.test(form.known.kind)
          ? to
          : at
      // 长三角|生态绿色一体化发展示范区: a region of the country is the front of the name.
      if (form.known.origin === 'region' && suffix.kind === 'zone') return at
      const rest = edges.text.slice(end, to)
      // 甲州|新区绿色产业园: the place is 甲州新区.
      if (
        form.guard !== 'full' &&
        words.suffixes.some((other) => other.kind === 'zone' && rest.startsWith(other.text))
      )
        return at
      const empty = isGeneric(rest, words) || rest.length < 2
      if (suffix.kind === 'village' && form.known.origin === 'within') return end
      if (empty && suffix.kind !== 'water' && suffix.kind !== 'mountain')
        return form.guard === 'full' ? to : at
      return end
    }
  return from
}

/** 环|甲湖, 沿|乙河, 有|丙河: a word before the water that the tokenizer took into its name. */
const withoutVerge = (edges: Edges, start: number, suffixStart: number, suffix: Suffix): number => {
  const first = edges.text[start] ?? ''
  const verge =
    (suffixStart - start >= 3 && /[环沿跨绕]/.test(first)) ||
    (suffixStart - start >= 2 && /[至到]/.test(first)) ||
    (suffixStart - start >= 2 && first === '有')
  // 甲村|至乙村
  const joined = suffix.kind === 'village' && first === '至' && suffixStart - start >= 3
  return joined || (/^(?:water|mountain)$/.test(suffix.kind) && verge) ? start + 1 : start
}

/** The names that end in a place suffix in one segment, with the document offsets at which they stand. */
export const learnNames = (segment: Segment, book: Book, words: PlaceWords): readonly Learned[] => {
  const edges = edgesOf(segment)
  const found: Learned[] = []
  for (let at = 1; at < segment.text.length; at++) {
    const suffix = suffixAt(segment.text, at, words)
    if (!suffix) continue
    const end = at + suffix.text.length
    const next = suffixAt(segment.text, end, words)
    if (next && next.strength !== 'point' && /[镇乡村区河沟溪带湖江荡]/.test(next.text)) continue
    const front = trimFront(segment, edges, hardEdge(edges, at, book, words), at, book, words)
    const start = withoutVerge(edges, afterPlace(edges, front, at, suffix, book, words), at, suffix)
    if (start < at && acceptable({ segment, edges, start, suffixStart: at, end, suffix }, book, words))
      found.push({
        known: { name: segment.text.slice(start, end), kind: suffix.kind, aliases: [], origin: 'learned' },
        start: segment.span.start + start,
        end: segment.span.start + end,
      })
    at = end - 1
  }
  return found
}

/** What speaks for and against a core and a suffix making a place's name. */
import type { Segment, Token } from '../../records.ts'
import { type Book, type Form, formsAt, formsEnding } from './book.ts'
import type { Edges } from './edges.ts'
import { isHan, stopEnding } from './edges.ts'
import type { PlaceWords, Suffix } from './words.ts'

export type Candidate = {
  readonly segment: Segment
  readonly edges: Edges
  /** Offsets in the segment's text: where the core begins, where the suffix begins, where it ends. */
  readonly start: number
  readonly suffixStart: number
  readonly end: number
  readonly suffix: Suffix
}

const toponymTag = /^(?:ns|nr|nz|nt|s$|x$|j$)/

/** Whether a core holds a name: a known place, or a first word that only names have. */
export const holdsName = (
  { segment, start, suffixStart }: Candidate,
  book: Book,
  words: PlaceWords,
): boolean => {
  const isName = (form: Form): boolean => form.guard !== 'beside' && start + form.text.length <= suffixStart
  if (formsAt(book, segment.text, start).some(isName)) return true
  const first = segment.tokens.find((token) => token.span.start - segment.span.start === start)
  if (!first || !toponymTag.test(first.tag) || first.text.length < 2 || words.generic.has(first.text))
    return false
  return first.span.end - segment.span.start <= suffixStart
}

/** No word of the core is an ordinary one: 改革|创新|城 and 城区|重点 make no town. */
export const holdsOrdinaryWord = ({ segment, start, suffixStart }: Candidate, words: PlaceWords): boolean =>
  segment.tokens.some((token) => {
    const at = token.span.start - segment.span.start
    const inside = at >= start && at + token.text.length <= suffixStart && token.text.length >= 2
    return (
      inside &&
      (words.generic.has(token.text) || words.stops.has(token.text)) &&
      token.text.length < suffixStart - start
    )
  })

export const startsClean = ({ edges, start }: Candidate, words: PlaceWords, book: Book): boolean =>
  edges.at.has(start) ||
  !isHan(edges.text[start - 1]) ||
  stopEnding(edges, start, words, true) > 0 ||
  formsEnding(book, edges.text, start).length > 0

export const behindTown = ({ edges, start }: Candidate, book: Book): boolean =>
  formsEnding(book, edges.text, start).some((form) => /^(?:town|township|subdistrict)$/.test(form.known.kind))

export const isListed = (form: Form): boolean => form.known.origin !== 'learned'

/** Whether the name is, or ends in, one that lists say better: 运用|甲江, 法治|乙山. An ordinary word may be both: 西湖. */
export const endsInListed = (
  { edges, start, end, suffix }: Candidate,
  book: Book,
  words: PlaceWords,
): boolean =>
  formsEnding(book, edges.text, end).some((form) => {
    const doubtful = words.common.has(form.text) || form.guard === 'beside'
    const longest = suffix.strength === 'name' ? end - start - 1 : end - start
    // 黄浦江 is one word; 浦江 inside it is not meant.
    const atWord = end - form.text.length <= start || edges.at.has(end - form.text.length)
    return form.text.length <= longest && isListed(form) && !doubtful && atWord
  })

/** 丙河甲溪镇: the town is there already, with another place before it. */
export const endsInDivision = ({ edges, start, end }: Candidate, book: Book): boolean =>
  formsEnding(book, edges.text, end).some(
    (form) =>
      form.known.origin === 'within' && form.text === form.known.name && form.text.length < end - start,
  )

// 天白、水竹沟等水库: the items are reservoirs, not brooks.
export const facilityList = /^(?:、[^，。；、]{2,4})*等?[0-9]*[座处个]?(?:水库|水厂|电站|变电站)/

/** 4个|海绵示范片区: a class that is counted, not a name. */
export const isCounted = ({ edges, start }: Candidate): boolean =>
  /[0-9一二三四五六七八九十两多几]个$/.test(edges.text.slice(0, start)) || /^个/.test(edges.text.slice(start))

// 机场, 市场, 停车场: grounds, not villages.
export const yard = /[机市广农林牧渔球剧操车现立战会考工商葬宰殖猪鱼马气油盐矿磁]$/

export const number = /^[0-9一二三四五六七八九十百千两几数半]/

/** 甲示范区, where 甲 is the jurisdiction: an honour, not an area of its own. */
export const isJurisdiction = (core: string, book: Book): boolean =>
  /^(?:self|ancestor)$/.test(book.forms.get(core)?.known.origin ?? '')

/** A long core needs a word that only names have, or a known place, somewhere in it. */
export const hasName = (candidate: Candidate, book: Book): boolean => {
  const { segment, start, suffixStart } = candidate
  const at = (token: Token): number => token.span.start - segment.span.start
  const inside = segment.tokens.filter((token) => at(token) >= start && at(token) < suffixStart)
  return inside.some(
    (token) =>
      (toponymTag.test(token.tag) && token.text.length >= 2) ||
      formsAt(book, segment.text, at(token)).some((form) => at(token) + form.text.length <= suffixStart),
  )
}

const actTag = /^(?:v|vd|z|m|q|d|c|p)$/

/** Whether the core says what is done or how much there is of it: 清零|个|亿级 + 园区. */
export const holdsAct = ({ segment, start, suffixStart }: Candidate): boolean =>
  segment.tokens.some((token) => {
    const at = token.span.start - segment.span.start
    const inside = at >= start && at + token.text.length <= suffixStart
    return inside && (token.tag === 'q' || token.text.length >= 2) && actTag.test(token.tag)
  })

/** Whether the core as a whole is a place that the document knows: 甲宝|老街. */
export const isKnownCore = (core: string, book: Book): boolean => {
  const form = book.forms.get(core)
  return form !== undefined && form.guard !== 'beside' && form.known.origin !== 'learned'
}

export const isEnd = ({ edges, start, end }: Candidate): boolean =>
  edges.text[start - 1] === '至' || edges.text[end] === '至'

/** A water's or hill's last character must not begin the next word: 甲派|江南. */
export const endsAtWord = ({ segment, start, suffixStart, end }: Candidate): boolean =>
  !segment.tokens.some((token) => {
    const at = token.span.start - segment.span.start
    const to = token.span.end - segment.span.start
    return to > end && (at === suffixStart || (at >= start && at <= suffixStart)) && token.tag !== 'x'
  })

/** 硅片|区: a word of its own lies across the suffix's beginning. */
export const cutsWord = ({ segment, start, suffixStart, end }: Candidate): boolean =>
  segment.tokens.some((token) => {
    const at = token.span.start - segment.span.start
    const to = token.span.end - segment.span.start
    return at > start && at < suffixStart && to > suffixStart && to < end && token.tag !== 'x'
  })

/** 甲湖、乙荡、丙港: endings that name waters only among waters, or where their banks are spoken of. */
export const besideWater = ({ edges, start, end }: Candidate, words: PlaceWords): boolean => {
  const water = (text: string): boolean =>
    words.suffixes.some(
      (suffix) => suffix.kind === 'water' && text.length > suffix.text.length && text.endsWith(suffix.text),
    )
  const left = /([\p{Script=Han}]{2,4})、$/u.exec(edges.text.slice(0, start))?.[1]
  const right = /^、([\p{Script=Han}]{2,4}?)(?=[、，。；等]|$)/u.exec(edges.text.slice(end))?.[1]
  const banked = /^(?:两岸|两侧|沿岸|沿线)/.test(edges.text.slice(end))
  return banked || (left !== undefined && water(left)) || (right !== undefined && water(right))
}

/** Whether a core and a suffix make a place's name. */
import type { Segment, Token } from '../../records.ts'
import { type Book, type Form, formsAt, formsEnding } from './book.ts'
import type { Edges } from './edges.ts'
import { isHan, stopEnding } from './edges.ts'
import { isGeneric, type PlaceWords, type Suffix } from './words.ts'

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
const holdsName = ({ segment, start, suffixStart }: Candidate, book: Book, words: PlaceWords): boolean => {
  if (formsAt(book, segment.text, start).some((form) => start + form.text.length <= suffixStart)) return true
  const first = segment.tokens.find((token) => token.span.start - segment.span.start === start)
  if (!first || !toponymTag.test(first.tag) || first.text.length < 2 || words.generic.has(first.text))
    return false
  return first.span.end - segment.span.start <= suffixStart
}

/** No word of the core is an ordinary one: 改革|创新|城 and 城区|重点 make no town. */
const holdsOrdinaryWord = ({ segment, start, suffixStart }: Candidate, words: PlaceWords): boolean =>
  segment.tokens.some((token) => {
    const at = token.span.start - segment.span.start
    const inside = at >= start && at + token.text.length <= suffixStart && token.text.length >= 2
    return (
      inside &&
      (words.generic.has(token.text) || words.stops.has(token.text)) &&
      token.text.length < suffixStart - start
    )
  })

const startsClean = ({ edges, start }: Candidate, words: PlaceWords, book: Book): boolean =>
  edges.at.has(start) ||
  !isHan(edges.text[start - 1]) ||
  stopEnding(edges, start, words, true) > 0 ||
  formsEnding(book, edges.text, start).length > 0

const behindTown = ({ edges, start }: Candidate, book: Book): boolean =>
  formsEnding(book, edges.text, start).some((form) => /^(?:town|township|subdistrict)$/.test(form.known.kind))

const isListed = (form: Form): boolean => form.known.origin !== 'learned'

/** Whether the name is, or ends in, one that lists say better: 运用|浙江, 法治|甲山. An ordinary word may be both: 西湖. */
const endsInListed = ({ edges, start, end }: Candidate, book: Book, words: PlaceWords): boolean =>
  formsEnding(book, edges.text, end).some((form) => {
    const doubtful = words.common.has(form.text) || form.guard === 'beside'
    return form.text.length <= end - start && isListed(form) && !doubtful
  })

/** 丙河甲溪镇: the town is there already, with another place before it. */
const endsInDivision = ({ edges, start, end }: Candidate, book: Book): boolean =>
  formsEnding(book, edges.text, end).some(
    (form) =>
      form.known.origin === 'within' && form.text === form.known.name && form.text.length < end - start,
  )

// 天白、水竹沟等水库: the items are reservoirs, not brooks.
const facilityList = /^(?:、[^，。；、]{2,4})*等?[0-9]*[座处个]?(?:水库|水厂|电站|变电站)/

/** 4个|海绵示范片区: a class that is counted, not a name. */
const isCounted = ({ edges, start }: Candidate): boolean =>
  /[0-9一二三四五六七八九十两多几]个$/.test(edges.text.slice(0, start)) || /^个/.test(edges.text.slice(start))

// 机场, 市场, 停车场: grounds, not villages.
const yard = /[机市广农林牧渔球剧操车现立战会考工商葬宰殖猪鱼马气油盐矿磁]$/

const number = /^[0-9一二三四五六七八九十百千两几数半]/

/** 甲示范区, where 甲 is the jurisdiction: an honour, not an area of its own. */
const isJurisdiction = (core: string, book: Book): boolean =>
  /^(?:self|ancestor)$/.test(book.forms.get(core)?.known.origin ?? '')

/** A long core needs a word that only names have, or a known place, somewhere in it. */
const hasName = (candidate: Candidate, book: Book): boolean => {
  const { segment, start, suffixStart } = candidate
  const at = (token: Token): number => token.span.start - segment.span.start
  const inside = segment.tokens.filter((token) => at(token) >= start && at(token) < suffixStart)
  return inside.some(
    (token) =>
      (toponymTag.test(token.tag) && token.text.length >= 2) ||
      formsAt(book, segment.text, at(token)).some((form) => at(token) + form.text.length <= suffixStart),
  )
}

const listed = /[，、；：（。]/

/** Towns are in the gazetteer: another one must stand in a list, behind a place, or open its clause (villages only). */
const isTownName = (candidate: Candidate, core: string, book: Book, words: PlaceWords): boolean => {
  const { edges, start, end, suffix } = candidate
  const plain =
    core.length <= 4 && !/[城集小乡农场入返下带还离回思望进出新]$/.test(core) && !number.test(core)
  if (!plain || holdsOrdinaryWord(candidate, words) || !startsClean(candidate, words, book)) return false
  const behind = formsEnding(book, edges.text, start).length > 0 || edges.text[start - 1] === '村'
  if (suffix.kind === 'village')
    return (
      behind ||
      start === 0 ||
      listed.test(edges.text[start - 1] ?? '') ||
      edges.text[end] === '、' ||
      isEnd(candidate)
    )
  if (!book.hasTowns) return true
  const beside =
    edges.text[start - 1] === '、'
      ? formsEnding(book, edges.text, start - 1).some(isListed)
      : edges.text[end] === '、' && formsAt(book, edges.text, end + 1).some(isListed)
  return behind || beside || formsAt(book, edges.text, start).some((form) => form.known.origin === 'within')
}

const isEnd = ({ edges, start, end }: Candidate): boolean =>
  edges.text[start - 1] === '至' || edges.text[end] === '至'

/** A water's or hill's last character must not begin the next word: 沪派|江南. */
const endsAtWord = ({ segment, suffixStart, end }: Candidate): boolean =>
  !segment.tokens.some(
    (token) =>
      token.span.start - segment.span.start === suffixStart &&
      token.span.end - segment.span.start > end &&
      token.tag !== 'x',
  )

/** Whether the candidate names a place, by how far its suffix carries. */
export const acceptable = (candidate: Candidate, book: Book, words: PlaceWords): boolean => {
  const { edges, start, suffixStart, end, suffix } = candidate
  const core = edges.text.slice(start, suffixStart)
  const name = edges.text.slice(start, end)
  if (core === '' || endsInDivision(candidate, book)) return false
  if (suffix.strength !== 'strong' && endsInListed(candidate, book, words)) return false
  if (suffix.strength === 'water')
    return (
      !facilityList.test(edges.text.slice(end)) &&
      core.length <= 3 &&
      !words.ordinary.has(name) &&
      !words.ordinary.has(name.slice(-2)) &&
      !(core.length === 1 && number.test(core)) &&
      (core.length === 1 || !isGeneric(core, words)) &&
      !holdsOrdinaryWord(candidate, words) &&
      endsAtWord(candidate) &&
      startsClean(candidate, words, book)
    )
  if (suffix.kind === 'village' && core.length >= 2 && core.length <= 3 && behindTown(candidate, book))
    return true
  if (isGeneric(core, words) || core.length < 2 || isCounted(candidate)) return false
  switch (suffix.strength) {
    case 'name':
      return isTownName(candidate, core, book, words)
    case 'local':
      return core.length <= 3 && behindTown(candidate, book) && !(suffix.text === '场' && yard.test(core))
    case 'brief':
      return core.length <= 3 && startsClean(candidate, words, book) && !holdsOrdinaryWord(candidate, words)
    case 'point':
      return core.length <= 6
    case 'strong':
      if (suffix.text === '流域' && !/[河江湖溪水沟海]$/.test(core)) return false
      return !number.test(core) && (core.length <= 4 || hasName(candidate, book))
    default:
      return holdsName(candidate, book, words) && !/(?:试点|示范)$/.test(core) && !isJurisdiction(core, book)
  }
}

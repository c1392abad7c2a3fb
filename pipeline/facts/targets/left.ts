/** The words before a figure, taken apart: leading words, places, task verb, name, and how they lead to the figure. */
import type { Span } from '../../records.ts'
import { withoutClause } from './clause-names.ts'
import type { Candidate } from './clauses.ts'
import { endsInHead, stripLeading, stripTrailing } from './names.ts'
import type { Proposal } from './proposal.ts'
import { holdsVerb, splitVerb } from './verbs.ts'
import type { Sense, Words } from './words.ts'

/** What the sentence has said before the figure at hand. */
export type State = {
  readonly last?: Proposal
  readonly from?: Proposal
  readonly verb?: string
  readonly lastEnd: number
}

/** Length of the place named at a position, 0 where there is none. */
export type PlaceAt = (start: number) => number

/** What stands before a figure; offsets are relative to the sentence. */
export type Left = {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly full: string
  readonly places: readonly Span[]
  readonly sense?: Sense
  readonly verb?: string
  /** A task verb stands before the name or inside it. */
  readonly governed: boolean
  readonly kept: string
  readonly build: boolean
  readonly object: string
  readonly raw: string
  /** What follows a verb that was left in the name. */
  readonly thing?: string
  /** Nothing but a comparator (不少于) stands between the words and the figure. */
  readonly bare: boolean
  /** Nothing but a place is named. */
  readonly place?: Span
  /** Behind the verb nothing but a place is named: 完成“甲园区”3家企业. */
  readonly onlyPlace: boolean
  /** The name with the places that stand before it. */
  readonly placed: string
}

// “上市”企业, “服务”业增加值: so short a rest, or so begun, makes one noun with the verb
const NOUN_REST = /^(?:.{1,3}$|[业型性区站网费率额量者员期])/

/** Takes the words before a candidate's figure apart. */
export const readLeft = (text: string, candidate: Candidate, words: Words, placeAt: PlaceAt): Left => {
  const end = candidate.quantity.whole.start
  const raw = text.slice(candidate.from, end)
  const open = raw.lastIndexOf('（') > raw.lastIndexOf('）') ? raw.lastIndexOf('（') + 1 : 0
  // “在2个镇建设示范片1200亩”: the class that the figure before counts
  const counted = /[0-9]个?$/.test(text.slice(0, candidate.from + open))
    ? (/^(?:乡镇|镇街|镇|乡|街道|村|社区|县|区)(?=[\u4e00-\u9fff]{2})/.exec(raw.slice(open))?.[0].length ?? 0)
    : 0
  const from = candidate.from + open + counted
  const trailing = stripTrailing(text.slice(from, end), words, candidate.quantity.kind)
  const changed =
    candidate.quantity.comparator === 'change' ||
    words.reach.some((r) => r.word === candidate.quantity.word && r.sense === 'change')
  const sense = changed ? 'change' : (trailing.sense ?? (candidate.quantity.word ? 'reach' : undefined))
  const leading = stripLeading(trailing.text, words, (at) => placeAt(from + at))
  const named = sense !== undefined || endsInHead(leading.text, words)
  // “堤防工程新建堤防”: the works, and what they build
  const works = /工程(?:新建|新增|铺设|敷设|加固|修建)[\u4e00-\u9fff]{2}/.test(leading.text)
  const found = splitVerb(leading.text, words, works || leading.text.length > (named ? 30 : 20))
  // “规划人口”, “覆盖面积”: with the verb taken off nothing would be left but the measure
  // “上市企业”, “服务业增加值”: nor is a noun cut that begins with a verb
  const kept = found && (words.heads.includes(found.object) || (found.noun && NOUN_REST.test(found.object)))
  const split = kept ? undefined : found
  const object = split ? split.object : leading.text
  const again = split
    ? stripLeading(object, words, (at) => placeAt(from + leading.start + split.start + at))
    : undefined
  const whole = again ? again.text : leading.text
  const cut = withoutClause(whole, words)
  const name = whole.slice(cut.from, cut.to)
  const start = from + leading.start + (split && again ? split.start + again.start : 0) + cut.from
  return {
    name: name.trim(),
    start,
    end: from + trailing.text.length,
    full: leading.text,
    places: [...leading.places, ...(again?.places ?? [])].map((p) => ({
      start: p.start + from,
      end: p.end + from,
    })),
    ...(sense ? { sense } : {}),
    ...(split ? { verb: split.verb } : {}),
    governed: found !== undefined || holdsVerb(leading.text, words),
    kept: split?.kept ?? '',
    build: split?.build ?? false,
    object: name.trim(),
    raw,
    ...(kept && found.object.length > 1 ? { thing: found.object } : {}),
    bare: trailing.sense === undefined,
    ...(leading.text.length > 1 && placeAt(from + leading.start) === leading.text.length
      ? { place: { start: from + leading.start, end: from + leading.start + leading.text.length } }
      : {}),
    onlyPlace: name.length > 1 && placeAt(start) === name.length,
    placed: trailing.text.slice(leading.places[0]?.start ?? leading.start),
  }
}

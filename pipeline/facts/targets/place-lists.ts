/** One indicator with a figure for each of several places, or for each of several things. Offsets are relative to the sentence. */
import type { Span } from '../../records.ts'
import type { Candidate } from './clauses.ts'
import { endsInHead, isName, stripLeading, stripTrailing } from './names.ts'
import { distinct, figure, namesFor, type Proposal } from './proposal.ts'
import type { Words } from './words.ts'

type PlaceAt = (start: number) => number

/** A group's figures: those that only a list mark parts from the one before. */
const runOf = (found: readonly Candidate[]): readonly Candidate[] => {
  const end = found.findIndex((candidate, i) => i > 0 && !candidate.joined)
  return end < 0 ? found : found.slice(0, end)
}

/** “甲溪镇、乙河镇供水量分别达到120万吨、80万吨”: as many places as figures before one name. */
export const byPlace = (
  found: readonly Candidate[],
  left: string,
  at: number,
  words: Words,
  placeAt: PlaceAt,
): readonly Proposal[] | undefined => {
  const from = (found[0] as Candidate).from
  const leading = stripLeading(stripTrailing(left.slice(0, at), words).text, words, (start) =>
    placeAt(from + start),
  )
  const group = runOf(found)
  const listed = leading.places.length > 1 && leading.places.length === group.length
  const together =
    listed &&
    leading.places.slice(1).every((place, i) => isMark(left.slice(leading.places[i]?.end, place.start)))
  if (!together || !isName(leading.text, words)) return undefined
  const start = from + leading.start
  const bound = group.at(-1)?.quantity.comparator
  return group.map(({ quantity }, i) => ({
    ...figure(quantity),
    // “分别达到23.8亿元、6.85亿元以上”: said once for all of them
    ...(bound === '>=' || bound === '<=' ? { comparator: bound } : {}),
    name: leading.text,
    aliases: distinct(namesFor(leading.text, quantity.unit), leading.text),
    nameSpan: { start, end: start + leading.text.length },
    span: { start: from, end: quantity.whole.end },
    places: [shifted(leading.places[i] as Span, from)],
    rule: 'target-by-place',
  }))
}

const isMark = (between: string): boolean => /^(?:、|和|及|与|以及)$/.test(between)
const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

/** “供水普及率分别为：甲溪镇98%、乙河镇95%”, “处理率分别达到：污水95%、垃圾98%”: each figure behind what it is of. */
export const ofItems = (
  text: string,
  found: readonly Candidate[],
  left: string,
  at: number,
  words: Words,
  placeAt: PlaceAt,
): readonly Proposal[] | undefined => {
  const first = found[0] as Candidate
  const opened = /^分别(?:为|是|达到?|控制在|提高到)?[：:]?/.exec(left.slice(at))?.[0].length ?? 0
  const base = stripLeading(stripTrailing(left.slice(0, at), words).text, words, (start) =>
    placeAt(first.from + start),
  )
  if (!endsInHead(base.text, words) || !isName(base.text, words)) return undefined
  const items = [first.from + at + opened, ...found.slice(1).map(({ from }) => from)].map((start, i) => {
    const own = /^[、，和及与]?\s*([\u4e00-\u9fff]{2,10})$/.exec(
      stripTrailing(text.slice(start, found[i]?.quantity.whole.start), words).text,
    )?.[1]
    const begins = own === undefined ? -1 : text.indexOf(own, start)
    return own === undefined ? undefined : { own, start: begins, isPlace: placeAt(begins) === own.length }
  })
  const end = items.indexOf(undefined)
  const listed = (end < 0 ? items : items.slice(0, end)).filter((item) => item !== undefined)
  if (listed.length < 2 || listed.some(({ isPlace }) => isPlace !== listed[0]?.isPlace)) return undefined
  const start = first.from + base.start
  return listed.map(({ own, start: begins, isPlace }, i) => {
    const { quantity } = found[i] as Candidate
    const name = isPlace ? base.text : `${own}${base.text}`
    return {
      ...figure(quantity),
      name,
      aliases: distinct(namesFor(name, quantity.unit), name),
      nameSpan: { start, end: start + base.text.length },
      span: { start: first.from, end: quantity.whole.end },
      places: isPlace
        ? [{ start: begins, end: begins + own.length }]
        : base.places.map((p) => shifted(p, first.from)),
      rule: 'target-by-item',
    }
  })
}

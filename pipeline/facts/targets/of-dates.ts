/** One indicator with a figure for each of several dates. */
import type { Candidate } from './clauses.ts'
import { isName, JOINT, stripLeading, stripTrailing } from './names.ts'
import { distinct, figure, namesFor, type Proposal } from './proposal.ts'
import { splitVerb } from './verbs.ts'
import type { Words } from './words.ts'

const DATES = /^(?:到|至|在)?(?:20[0-9]{2}年(?:底|末)?(?:、|和|及)?)+$/

/** “2024年、2025年分别完成治理30条、25条”, “到2024年、2025年，消费量分别控制在5万吨、4万吨”: one indicator, a figure a date. */
export const ofDates = (
  text: string,
  found: readonly Candidate[],
  left: string,
  at: number,
  words: Words,
  placeAt: (start: number) => number,
): readonly Proposal[] | undefined => {
  const first = found[0] as Candidate
  const run = found.findIndex((c, i) => i > 0 && !c.joined)
  const group = run < 0 ? found : found.slice(0, run)
  const earlier = DATES.test(
    left
      .slice(0, at)
      .replace(/^[（(]?[0-9一二三四五六七八九十]{1,3}[）).、]/, '')
      .trim(),
  )
  const part = earlier ? left.slice(at + 2) : left.slice(0, at)
  const offset = first.from + (earlier ? at + 2 : 0)
  const clause = /([^，。；]*)，$/.exec(text.slice(0, first.from))?.[1] ?? ''
  if (group.length < 2 || !(earlier || DATES.test(clause.trim()))) return undefined
  // “2024年，甲溪镇、乙河镇分别…”: one date for all of them
  const dates = (earlier ? left.slice(0, at) : clause).match(/20[0-9]{2}年/g)?.length ?? 0
  if (dates !== group.length) return undefined
  const leading = stripLeading(stripTrailing(part, words).text, words, (start) => placeAt(offset + start))
  const split = splitVerb(leading.text, words, false)
  const name = split && split.object.length > 1 ? split.object : leading.text
  if (!isName(name, words) || JOINT.test(name)) return undefined
  const start = offset + leading.start + leading.text.indexOf(name)
  return group.map(({ quantity }, index) => ({
    ...figure(quantity),
    name,
    aliases: distinct([leading.text, ...namesFor(name, quantity.unit)], name),
    nameSpan: { start, end: start + name.length },
    span: { start: first.from, end: quantity.whole.end },
    nth: { index, of: group.length },
    places: [],
    rule: 'target-dates',
  }))
}

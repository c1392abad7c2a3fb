/** “A、B和C分别达98%、95%和91%以上”: as many indicators as figures. */
import type { Candidate } from './clauses.ts'
import { endsInHead, isBare, isName, JOINT, type Stripped, stripLeading, stripTrailing } from './names.ts'
import { namesEnd } from './names-end.ts'
import { ofDates } from './of-dates.ts'
import { byPlace, ofItems } from './place-lists.ts'
import { distinct, figure, namesFor, type Proposal } from './proposal.ts'
import { completeNames } from './shared-names.ts'
import type { Words } from './words.ts'

const CHANGE = /(?:年均)?(?:增长|提高|提升|下降|降低|增加|减少|削减)(?![到至为])/

/** “设计降雨量分别为26.8mm和18.5mm”: what the figures are each of was said before; all are of the one name. */
const oneName = (
  leading: Stripped,
  from: number,
  found: readonly Candidate[],
  words: Words,
): readonly Proposal[] | undefined => {
  const end = found.findIndex((candidate, i) => i > 0 && !candidate.joined)
  const group = end < 0 ? found : found.slice(0, end)
  const { text: name } = leading
  if (group.length < 2 || isBare(name) || !isName(name, words) || !endsInHead(name, words)) return undefined
  const nameSpan = { start: from + leading.start, end: from + leading.start + name.length }
  const change = found[0]?.quantity.comparator === 'change'
  return group.map(({ quantity }) => ({
    ...figure(quantity),
    ...(change && quantity.comparator === '=' ? { comparator: 'change' as const } : {}),
    name,
    aliases: distinct(namesFor(name, quantity.unit), name),
    nameSpan,
    span: { start: nameSpan.start, end: quantity.whole.end },
    places: [],
    rule: 'target-respectively',
  }))
}

/** “交通、水利分别完成投资2500亿元、800亿元”: the measure that stands behind the names. */
const measureBehind = (led: string, words: Words): string => {
  const said = /^分别(?:完成|实现|达成|获得|争取)?(.{2,8})$/.exec(stripTrailing(led, words).text)?.[1] ?? ''
  return words.heads.includes(said) ? said : ''
}

/** The proposals of a group that begins at the first candidate, or undefined when it is none. */
export const respectively = (
  text: string,
  found: readonly Candidate[],
  words: Words,
  placeAt: (start: number) => number,
): readonly Proposal[] | undefined => {
  const first = found[0]
  if (!first) return undefined
  const left = text.slice(first.from, first.quantity.whole.start)
  const at = namesEnd(left, found, words)
  if (at < 0) return undefined
  const byDate = ofDates(text, found, left, at, words, placeAt)
  if (byDate || at < 2) return byDate
  const listed = ofItems(text, found, left, at, words, placeAt) ?? byPlace(found, left, at, words, placeAt)
  if (listed) return listed
  const trailing = stripTrailing(left.slice(0, at), words).text
  const leading = stripLeading(trailing, words, (start) => placeAt(first.from + start))
  if (/(?:快|高|低|优|好)于/.test(left.slice(at))) return undefined
  const both = /^城乡((?:居民|低保|特困).*)$/.exec(leading.text)?.[1]
  const towns = /^城乡居民/.test(leading.text) ? '城镇' : '城市'
  // “城乡居民人均可支配收入分别达6.5万元、3.5万元”: first the townspeople, then the villagers
  const parts =
    both && found[1]?.joined
      ? [`${towns}${both}`, `农村${both}`]
      : leading.text.split(JOINT).filter((part) => part !== '')
  const run = found.findIndex((c, i) => i > 0 && !c.joined)
  const figures = found.slice(0, run < 0 ? parts.length : Math.min(run, parts.length))
  if (parts.length < 2) return oneName(leading, first.from, found, words)
  // “分别下降8%以上”: one figure for all of them, unless another follows that is not understood
  const shares = figures.length === 1 && !/^[、和及]/.test(text.slice(first.quantity.whole.end))
  const group = shares ? parts.map(() => first) : figures
  const measure = measureBehind(left.slice(at), words)
  const names = completeNames(parts, words).map((part) => part + measure)
  if (names.some((name) => !isName(name, words))) return undefined
  const shared = group.at(-1)?.quantity.comparator ?? '='
  // “分别不高于53和32微克”: said once for all of them
  const bound = /^(?:[<>]=?)$/.test(first.quantity.comparator) ? first.quantity.comparator : '='
  const change = CHANGE.exec(left.slice(at) + (first.quantity.word ?? ''))?.[0]
  return group.map(({ quantity }, i) => {
    const name = names[i] ?? ''
    const stated = shared === '=' || shared === 'change' ? quantity.comparator : shared
    const own = stated !== '=' ? stated : change ? 'change' : bound
    const grows = change && (own !== 'change' || /[降减]/.test(change))
    const named = grows && quantity.unit === '%' ? `${name}${change}` : name
    const start = first.from + Math.max(left.indexOf(both ? leading.text : (parts[i] ?? '')), 0)
    return {
      value: quantity.value,
      ...(quantity.max === undefined ? {} : { max: quantity.max }),
      comparator: own,
      unit: quantity.unit,
      at: quantity.span.start,
      name: named,
      aliases: distinct(
        [name, ...namesFor(name, quantity.unit), ...(named === name ? [] : [`${name}增速`])],
        named,
      ),
      nameSpan: { start, end: start + (both ? leading.text : (parts[i] ?? '')).length },
      span: { start: first.from, end: group.at(-1)?.quantity.whole.end ?? quantity.whole.end },
      places: leading.places.map((p) => ({ start: p.start + first.from, end: p.end + first.from })),
      ...(/[从由]$/.test(left) ? { left: true } : {}),
      rule: 'target-respectively',
    }
  })
}

/** The figures that follow a group “分别从A、B”: “增加到C、D”, in the same order and of the same names. */
export const thenReached = (
  text: string,
  group: readonly Proposal[],
  rest: readonly Candidate[],
  words: Words,
): readonly Proposal[] => {
  const first = rest[0]
  if (!first) return []
  const lead = stripTrailing(text.slice(first.from, first.quantity.whole.start), words)
  const run = rest.slice(0, group.length)
  if (
    lead.text !== '' ||
    lead.sense === undefined ||
    run.length < group.length ||
    run.slice(1).some((c) => !c.joined)
  )
    return []
  return group.map((before, i) => {
    const { quantity } = run[i] ?? first
    const { left: _, max: __, ...same } = before
    return { ...same, ...figure(quantity), span: { start: before.span.start, end: quantity.whole.end } }
  })
}

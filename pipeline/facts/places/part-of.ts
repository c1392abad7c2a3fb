/** Which place lies in which, as one sentence says it. */
import type { Fact, Mention } from '../../records.ts'
import { between, type Line, listFrom, listTo, partOf } from './line.ts'

const kind = (mention: Mention): string => String(mention.attributes.kind)
const isUnit = (mention: Mention): boolean => /^(?:town|township|subdistrict)$/.test(kind(mention))
const isZone = (mention: Mention): boolean => kind(mention) === 'zone'
const mayHold = (mention: Mention): boolean =>
  isUnit(mention) || (isZone(mention) && mention.rule !== 'region-name')
const mayLie = (mention: Mention): boolean =>
  /^(?:zone|village|other)$/.test(kind(mention)) && mention.rule !== 'line-end'

/** 甲溪镇|丁台片区, and the next of the same kind beside it: 甲溪镇|丁台片区|戊坪片区. */
export const adjacent = (line: Line): readonly Fact[] => {
  const facts: Fact[] = []
  const holders = new Map<Mention, Mention>()
  line.mentions.forEach((part, index) => {
    const before = line.mentions[index - 1]
    if (!before || !mayLie(part)) return
    const words = between(line, before.span.end, part.span.start)
    // 甲镇乙村、丙村: the villages of a list lie in the same town.
    const listed = /^[、和及与]$/.test(words) && kind(before) === 'village' && kind(part) === 'village'
    if (words !== '' && !listed) return
    const alike =
      kind(before) === kind(part) &&
      (kind(part) === 'village' || before.name.slice(-2) === part.name.slice(-2))
    const holder = alike ? holders.get(before) : mayHold(before) ? before : undefined
    if (!holder || holder.name === part.name) return
    holders.set(part, holder)
    facts.push(partOf(line, part, holder, 'place-in-place'))
  })
  return facts
}

const located = /(?:位于|地处|坐落于|坐落在|隶属于|隶属)$/

/** “甲镇。位于乙示范区域、丙发展轴上”: the subject stands before the verb, or is the paragraph's own lead. */
export const locatedIn = (line: Line, lead: Mention | undefined): readonly Fact[] =>
  line.mentions.flatMap((whole, index) => {
    const before = line.mentions[index - 1]
    const words = between(line, before ? before.span.end : line.segment.span.start, whole.span.start)
    if (!located.test(words)) return []
    const subject = before && words.replace(located, '').replace(/^，/, '') === '' ? before : undefined
    const inherited = !subject && words.replace(located, '') === '' && !before ? lead : undefined
    const part = subject ?? inherited
    if (!part) return []
    return listFrom(line, index)
      .filter((holder) => holder.name !== part.name)
      .map((holder) => partOf(line, part, holder, 'located-in', inherited))
  })

const contains = /^(?:主要)?(?:包括|涵盖|包含|下辖|辖区为|由)[:：]?$/
const included = /^(?:等)?(?:[0-9]+个[^，。；]{0,8})?(?:均|全部)?(?:纳入|划为|划入|划归|并入|列入)$/

/** “甲组团包括乙镇、丙镇” and “将乙镇、丙镇等纳入甲拓展区”. */
export const lists = (line: Line): readonly Fact[] =>
  line.mentions.flatMap((mention, index) => {
    const next = line.mentions[index + 1]
    if (!next) return []
    const words = between(line, mention.span.end, next.span.start)
    if (contains.test(words))
      return listFrom(line, index + 1)
        .filter((part) => part.name !== mention.name)
        .map((part) => partOf(line, part, mention, 'list-of-parts'))
    if (included.test(words))
      return listTo(line, index)
        .filter((part) => part.name !== next.name)
        .map((part) => partOf(line, part, next, 'taken-into'))
    return []
  })

/** “甲州等乙东北”: the towns before 等 are members of the region after it. */
export const membersOfClass = (line: Line): readonly Fact[] =>
  line.mentions.flatMap((whole, index) => {
    const before = line.mentions[index - 1]
    if (!before || whole.rule !== 'region-name' || between(line, before.span.end, whole.span.start) !== '等')
      return []
    return listTo(line, index - 1)
      .filter(
        (part) => !isZone(part) && /^(?:town|township|subdistrict|county|city|village)$/.test(kind(part)),
      )
      .map((part) => partOf(line, part, whole, 'member-of-region'))
  })

const centre = /^(?:的)?(?:中心镇|重点镇|核心镇|中心城镇|组成部分|重要组成部分)/

/** “推进甲镇…，建设乙示范区中心镇”: a zone's central town lies in it. */
export const centreOf = (line: Line): readonly Fact[] =>
  line.mentions.flatMap((whole, index) => {
    const rest = line.segment.text.slice(whole.span.end - line.segment.span.start)
    const towns = [...new Set(line.mentions.slice(0, index).filter(isUnit))]
    const town = towns[0]
    return isZone(whole) && centre.test(rest) && town && towns.length === 1
      ? [partOf(line, town, whole, 'centre-of-zone')]
      : []
  })

/** What a heading or a paragraph's lead lends to the places named under it. */
import type { Fact, Mention, Section, Segment } from '../../records.ts'
import { between, type Line, partOf } from './line.ts'

const kind = (mention: Mention): string => String(mention.attributes.kind)

/** A zone's heading names the zone and nothing else beside a verb: 加速完善|环湖城市带, 东里文旅融合示范区域. */
const leadOf = (section: Section, mentions: readonly Mention[]): Mention | undefined => {
  const title = section.titleSpan
  if (!title) return undefined
  const inside = mentions.filter(
    (mention) => mention.span.start >= title.start && mention.span.end <= title.end,
  )
  const only = inside[0]
  return inside.length === 1 && only ? only : undefined
}

/** The place that the nearest heading or lead above a segment speaks of, if it is one place alone. */
export const leadFor = (segment: Segment, mentions: readonly Mention[]): Mention | undefined => {
  for (const section of [...segment.sections].reverse()) {
    if (section.kind === 'box' || section.kind === 'table') return undefined
    if (section.titleSpan && section.titleSpan.start < segment.span.start) return leadOf(section, mentions)
  }
  return undefined
}

const smaller = /(?:组团|片区|新区|园区|产业园|区块|作业区)$/
const outward = /(?:与|联动|对接|衔接|辐射|带动|连接|毗邻|邻近|向|至)$/

const mayLie = (mention: Mention): boolean =>
  /^(?:town|township|subdistrict)$/.test(kind(mention)) ||
  (kind(mention) === 'zone' && smaller.test(mention.name))

/** The towns and smaller zones that a sentence under a zone's heading speaks of are parts of that zone. */
export const lentParts = (line: Line, lead: Mention | undefined): readonly Fact[] => {
  if (!lead || kind(lead) !== 'zone' || lead.rule === 'region-name' || line.segment.kind !== 'sentence')
    return []
  const seen = new Set<string>()
  return line.mentions.flatMap((part, index) => {
    if (!mayLie(part) || part.name === lead.name || seen.has(part.name)) return []
    const before = line.mentions[index - 1]
    if (outward.test(between(line, before ? before.span.end : line.segment.span.start, part.span.start)))
      return []
    // 甲镇|乙片区: the smaller one is meant.
    if (line.mentions[index + 1]?.span.start === part.span.end) return []
    seen.add(part.name)
    return [partOf(line, part, lead, 'zone-heading', lead)]
  })
}

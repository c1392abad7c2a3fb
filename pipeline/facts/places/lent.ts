/** What a heading or a paragraph's lead lends to the places named under it. */
import type { Fact, Mention, Section, Segment } from '../../records.ts'
import { between, type Line, partOf } from './line.ts'

const kind = (mention: Mention): string => String(mention.attributes.kind)

/** A heading's one place. `alone` when the heading is nothing but its name. */
export type Lead = { readonly mention: Mention; readonly alone: boolean }

const numbering = /^[\s第一二三四五六七八九十\d章节篇（）()、.．*#]+/
const closing = /^(?:建设|发展)?[。：:\s*]*$/

/** A zone's heading names the zone and at most a verb beside it: 加速完善|甲城市带, 乙示范区域。 Not 甲河|堤防加固工程. */
const leadOf = (text: string, section: Section, mentions: readonly Mention[]): Lead | undefined => {
  const title = section.titleSpan
  if (!title) return undefined
  const inside = mentions.filter(
    (mention) => mention.span.start >= title.start && mention.span.end <= title.end,
  )
  const mention = inside[0]
  if (inside.length !== 1 || !mention || !closing.test(text.slice(mention.span.end, title.end)))
    return undefined
  const before = text.slice(title.start, mention.span.start).replace(numbering, '')
  return before.length <= 8 ? { mention, alone: before === '' } : undefined
}

/** Finds the place that the nearest heading or lead above a segment speaks of, if it is one place alone. */
export const leads = (
  text: string,
  mentions: readonly Mention[],
): ((segment: Segment) => Lead | undefined) => {
  const known = new Map<Section, Lead | undefined>()
  return (segment) => {
    for (const section of [...segment.sections].reverse()) {
      if (section.kind === 'box' || section.kind === 'table') return undefined
      if (!section.titleSpan || section.titleSpan.start >= segment.span.start) continue
      if (!known.has(section)) known.set(section, leadOf(text, section, mentions))
      return known.get(section)
    }
    return undefined
  }
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

/** Where a project that the document names in one place is named again. Spans are UTF-16. */
import { createTagger } from '../matching/tagger.ts'
import type { Found, Mention, Reading, Segment, Span, Token } from '../records.ts'
import { overlaps } from '../spans.ts'

/** Least length of a name that is looked for again: 大桥 may be any bridge. */
const LEAST = 4
/** Tags of words (jieba's) that cannot go on with a name: 甲溪水库|位于, 甲溪水库|的; but 甲溪大道|北延. */
const ENDS_NAME = /^(?:v|p|c|u|d|r|w|x|y|o)/
const HAN = /\p{Script=Han}/u

/** Mentions of the projects' full names that no recogniser has taken, with what is known of the project left out. */
export const findEchoes = ({ segments }: Reading, projects: readonly Mention[]): Found => {
  const owners = new Map<string, Mention>()
  for (const mention of projects)
    if ([...mention.name].length >= LEAST && !owners.has(mention.name)) owners.set(mention.name, mention)
  const tagger = createTagger(new Map([...owners.keys()].map((name) => [name, [name]])))
  const taken = spansBySegment(segments, projects)
  const mentions = segments.flatMap((segment): readonly Mention[] => {
    const used = [...(taken.get(segment) ?? [])]
    const found = [...tagger(segment.text)].sort(
      (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
    )
    return found.flatMap(({ tag, start, end }) => {
      const span = { start: start + segment.span.start, end: end + segment.span.start }
      const owner = owners.get(tag)
      if (!owner || used.some((one) => overlaps(one, span)) || !standsAlone(segment, span)) return []
      used.push(span)
      return [{ type: owner.type, span, name: owner.name, aliases: [], attributes: {}, rule: 'known-name' }]
    })
  })
  return { mentions, facts: [] }
}

const spansBySegment = (
  segments: readonly Segment[],
  mentions: readonly Mention[],
): ReadonlyMap<Segment, readonly Span[]> => {
  const sorted = [...mentions].sort((a, b) => a.span.start - b.span.start)
  const spans = new Map<Segment, Span[]>()
  let next = 0
  for (const segment of segments) {
    const own: Span[] = []
    while (next < sorted.length && (sorted[next]?.span.start ?? Infinity) < segment.span.end) {
      const span = sorted[next]?.span
      if (span && span.end > segment.span.start) own.push(span)
      next += 1
    }
    spans.set(segment, own)
  }
  return spans
}

/** Whether words begin and end with the span, and what follows does not go on with the name. */
const standsAlone = ({ text, span: whole, tokens }: Segment, { start, end }: Span): boolean => {
  const before = text[start - whole.start - 1]
  const after = text[end - whole.start]
  const startsWord = before === undefined || !HAN.test(before) || tokenAt(tokens, start) !== undefined
  const next = tokenAt(tokens, end)
  return (
    startsWord &&
    (after === undefined || !HAN.test(after) || (next !== undefined && ENDS_NAME.test(next.tag)))
  )
}

const tokenAt = (tokens: readonly Token[], offset: number): Token | undefined =>
  tokens.find(({ span }) => span.start === offset)

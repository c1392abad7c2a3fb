/** Projects, and what they serve, connect, stand in, belong to and are due by. */
import type { Knowledge } from '../knowledge.ts'
import type { Fact, Found, Mention, Reading } from '../records.ts'
import { readParagraph } from './projects/paragraph.ts'
import { titlesOf } from './projects/setting.ts'
import { sitesOf } from './projects/sites.ts'
import { slice } from './projects/slice.ts'
import { vocabularyOf } from './projects/vocabulary.ts'
import { columnRoles, tableColumns } from './table-columns.ts'

export type Named = {
  readonly places: readonly Mention[]
  readonly deadlines: readonly Mention[]
  readonly documents: readonly Mention[]
  readonly departments: readonly Mention[]
}

/** Tags of everyday words: nouns, verbs, adjectives and their kin; names of people and places are not. */
const COMMON_TAG = /^(?:n|vn|v|a|an|b|d|f|vd|s|l)$/

/** Segments of one leaf section, in order: a nickname or a lead-in holds as far as its paragraph. */
const paragraphs = (reading: Reading) => {
  const groups: (typeof reading.segments)[] = []
  let current: (typeof reading.segments)[number][] = []
  for (const segment of reading.segments) {
    const last = current.at(-1)
    if (last && last.sections.at(-1) !== segment.sections.at(-1)) {
      groups.push(current)
      current = []
    }
    current.push(segment)
  }
  return [...groups, current]
}

/**
 * Finds the projects a plan names, with category, phase and count, and their relations to places, deadlines and one another.
 * Spans are UTF-16 offsets into the document's text; places that only a list item shows are returned as mentions too.
 */
export const findProjects = (reading: Reading, knowledge: Knowledge, named: Named): Found => {
  const vocabulary = vocabularyOf(knowledge)
  const sites = sitesOf(reading, named.places)
  const tags = new Map(
    reading.segments.flatMap((segment) =>
      segment.tokens.map((token) => [`${token.span.start}-${token.span.end}`, token.tag] as const),
    ),
  )
  const reader = {
    vocabulary,
    source: reading.document.text,
    isArea: sites.isArea,
    isCommon: (piece: ReturnType<typeof slice>) =>
      COMMON_TAG.test(tags.get(`${piece.start}-${piece.end}`) ?? ''),
    placeLength: (at: number) => {
      const text = reading.document.text.slice(at, at + 24)
      const place = sites.chain(slice(text, at)).at(-1)
      return place ? place.span.end - at : 0
    },
    fullName: (piece: ReturnType<typeof slice>) => sites.exactly(piece)?.name ?? piece.text,
  }
  const titleOf = titlesOf(reading.segments)
  const tables = tableColumns(reading.segments, columnRoles(knowledge))
  const mentions: Mention[] = []
  const facts: Fact[] = []
  for (const segments of paragraphs(reading)) {
    const found = readParagraph(segments, { named, sites, vocabulary, reader, titleOf, tables })
    mentions.push(...found.mentions)
    facts.push(...found.facts)
  }
  return { mentions, facts }
}

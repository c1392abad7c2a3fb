/** Every place that a plan names, and how places belong to each other. */
import { type Gazetteer, loadGazetteer } from '../gazetteer/gazetteer.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Found, Reading, Segment } from '../records.ts'
import type { Book } from './places/book.ts'
import { restsBehindTowns, splitNames } from './places/brackets.ts'
import { columnSightings, type PlaceCells, placeCells, unitFacts } from './places/columns.ts'
import { joinVillages, lineEnds } from './places/ends.ts'
import { groundsOfWorks } from './places/grounds.ts'
import { learnNames } from './places/learn.ts'
import type { Line } from './places/line.ts'
import { bookOfNames } from './places/names.ts'
import { placeFacts } from './places/relations.ts'
import { type Sighting, sight, toMention, underEnds, withoutOverlaps } from './places/scan.ts'
import { sharedHead, sharedSuffix } from './places/sharing.ts'
import { type PlaceWords, readPlaceWords } from './places/words.ts'

/**
 * The places of a document with canonical names, and PART_OF, HAS_LEVEL, HAS_FUNCTION as the text states them.
 * Spans are UTF-16 offsets into the document's text. The document's own full names are learned first, then every mention is read with them.
 */
export const findPlaces = (reading: Reading, knowledge: Knowledge): Found =>
  findPlacesAmong(reading, knowledge, loadGazetteer())

/** The same with the gazetteer given. */
export const findPlacesAmong = (reading: Reading, knowledge: Knowledge, gazetteer: Gazetteer): Found => {
  const words = readPlaceWords(knowledge)
  const book = bookOfNames(reading.segments, reading.plan, gazetteer, words)
  const cells = placeCells(reading.segments, knowledge)
  const sightings = joinVillages(
    reading.segments.map((segment) => withColumns(segment, sightingsIn(segment, book, words), cells, words)),
  )
  const lines = reading.segments.map(
    (segment, index): Line => ({ segment, mentions: (sightings[index] ?? []).map(toMention) }),
  )
  const facts = placeFacts(
    reading,
    lines,
    knowledge.table('place-levels').map((row) => row.class ?? ''),
  )
  const ends = facts.flatMap((fact) =>
    'type' in fact.object && fact.object.type !== 'Place' ? [fact.object] : [],
  )
  const ofUnits = lines.flatMap((line) => unitFacts(line, cells))
  return { mentions: [...lines.flatMap((line) => line.mentions), ...ends], facts: [...facts, ...ofUnits] }
}

const withColumns = (
  segment: Segment,
  known: readonly Sighting[],
  cells: PlaceCells,
  words: PlaceWords,
): readonly Sighting[] => {
  const own = columnSightings(segment, cells, known, words)
  return own.length === 0 ? known : withoutOverlaps([own, known])
}

const sightingsIn = (segment: Segment, book: Book, words: PlaceWords): readonly Sighting[] => {
  const shared = learnNames(segment, book, words).flatMap((learned) =>
    sharedSuffix(segment, learned, book, words),
  )
  const ends = lineEnds(segment, book, words).map((end) => ({ ...end, rule: 'line-end' }))
  const seen = withoutOverlaps([
    splitNames(segment, book),
    groundsOfWorks(segment, book, words),
    underEnds(sight(segment, book, words), ends),
    sharedHead(segment, book, words),
    shared,
    ends,
  ])
  return withoutOverlaps([seen, restsBehindTowns(segment, seen, words)])
}

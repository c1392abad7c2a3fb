import type { Predicate } from '../../../graph/model.ts'
import type { Evidence, Fact, Mention, Span } from '../../records.ts'
import { endsOf } from './ends.ts'
import type { Item } from './items.ts'
import type { Sites } from './sites.ts'
import type { Slice } from './slice.ts'
import type { Vocabulary } from './vocabulary.ts'

const SERVING = new Set([
  'water_supply',
  'power',
  'gas',
  'transit',
  'commerce',
  'waste',
  'drainage',
  'education',
  'health',
  'public_service',
])

const clauseEvidence = (span: Span): Evidence => ({ span, part: 'clause' })

/** A relation that the clause itself states. */
export const relation = (
  predicate: Predicate,
  subject: Mention,
  object: Mention,
  clause: Span,
  rule: string,
): Fact => ({
  predicate,
  subject,
  object,
  evidence: [clauseEvidence({ start: clause.start, end: clause.end })],
  rule,
  basis: 'stated',
})

/** A relation whose object stands in a heading, box title or lead-in. */
export const inheritedRelation = (
  predicate: Predicate,
  subject: Mention,
  object: Mention,
  clause: Span,
  heading: Span,
  rule: string,
): Fact => ({
  ...relation(predicate, subject, object, clause, rule),
  evidence: [clauseEvidence({ start: clause.start, end: clause.end }), { span: heading, part: 'heading' }],
  basis: 'inherited',
})

export const partOf = (member: Mention, whole: Mention, clause: Slice, rule: string): Fact =>
  relation('PART_OF', member, whole, { start: clause.start, end: clause.end }, rule)

export type Placed = { readonly facts: readonly Fact[]; readonly places: readonly Mention[] }

/** The place relations that an item's own words state: line ends, places of a programme, places in the name. */
export const placeRelations = (
  project: Mention,
  item: Item,
  clause: Slice,
  sites: Sites,
  vocabulary: Vocabulary,
): Placed => {
  const span = { start: clause.start, end: clause.end }
  const ends = item.over.length > 0 ? [] : endsOf(item.words, sites, vocabulary)
  const over = item.over.flatMap((piece) => placesOver(piece, sites)).filter((place) => !sites.isOwn(place))
  const within =
    item.over.length > 0
      ? []
      : sites
          .within(item.words)
          .filter(
            (place) =>
              !ends.some((end) => end.span.start <= place.span.start && place.span.end <= end.span.end),
          )
  const lent = item.at ? sites.within(item.at) : []
  const known = [...within, ...ends]
  const leads =
    item.over.length > 0
      ? []
      : openingPlaces(item, sites, vocabulary).filter(
          (place) =>
            !known.some((each) => each.span.start <= place.span.start && place.span.start < each.span.end),
        )
  const serving = SERVING.has(String(project.attributes.category)) ? 'SERVES' : 'LOCATED_IN'
  // a park that is built is a place and a project of one name; it does not lie in itself
  const inside = within.filter((place) => place.name !== project.name)
  const holders = inside.flatMap((zone) => sites.holder(zone) ?? [])
  const facts = [
    ...ends.map((place) => relation('CONNECTS', project, place, span, 'line-ends')),
    ...over.map((place) => relation('SERVES', project, place, span, 'programme-places')),
    ...inside.map((place) => relation(serving, project, place, span, 'place-in-name')),
    ...holders.map((place) => relation(serving, project, place, span, 'place-of-zone')),
    ...leads.map((place) => relation(serving, project, place, span, 'short-place-in-name')),
    ...lent.map((place) => relation(serving, project, place, span, 'place-opens-list')),
  ]
  return { facts, places: facts.map((fact) => fact.object as Mention) }
}

/** The places that one piece of a programme names: the place it is, or those it strings together. */
const placesOver = (piece: Slice, sites: Sites): readonly Mention[] => {
  const whole = sites.exactly(piece)
  if (whole) return [whole]
  const inside = sites.within(piece)
  const chained = sites
    .chain(piece)
    .filter((place) => !inside.some((each) => each.span.start === place.span.start))
  return [...inside, ...chained]
}

/** Roads and bridges called after a place need not lie there: 甲溪大道, 甲溪路. */
const CALLED_AFTER = new Set(['road', 'bridge', 'highway', 'port'])

/** The places by whose short forms the item opens: 甲溪 in 甲溪110千伏变电站, 乙河 and 丙山 in 乙河丙山供水工程. */
const openingPlaces = (item: Item, sites: Sites, vocabulary: Vocabulary): readonly Mention[] => {
  const places = sites.chain(item.words)
  const last = places.at(-1)
  if (!last) return []
  const rest = item.words.text.slice(last.span.end - item.words.start)
  const called = vocabulary.heads.get(rest.replace(/[（(].*$/, ''))
  if (called && CALLED_AFTER.has(called.category)) return []
  return places.filter((place) => !sites.isOwn(place))
}

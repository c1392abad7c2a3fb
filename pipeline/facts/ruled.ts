/** Relations that rules/relations/*.md find between what the recognisers have named. Spans are UTF-16. */
import { PREDICATES, type Predicate } from '../../graph/model.ts'
import type { Knowledge } from '../knowledge.ts'
import type { RoleFill, RuleHit } from '../matching/hit.ts'
import type { Atom } from '../matching/lattice.ts'
import { atomsOf, matchRules } from '../matching/match-rules.ts'
import type { Attributes, Fact, Found, Mention, Reading, Segment } from '../records.ts'
import { segmentFinder } from './resolve/segment-at.ts'

/** Rule attributes with a meaning of their own; all others are qualifiers of the relation. */
const OWN: ReadonlySet<string> = new Set(['subject', 'object', 'basis'])

export const findByRules = (
  { segments }: Reading,
  knowledge: Pick<Knowledge, 'rules'>,
  mentions: readonly Mention[],
): Found => {
  const bySegment = mentionsBySegment(segments, mentions)
  const facts = segments.flatMap((segment): readonly Fact[] => {
    const named = bySegment.get(segment)
    if (!named || knowledge.rules.rules.relations.length === 0) return []
    return relationHits(segment, knowledge, named).flatMap(factsOf)
  })
  return { mentions: [], facts }
}

/** The hits of all passes in a segment, the relations last: what earlier passes find, later ones may ask for. */
const relationHits = (
  segment: Segment,
  knowledge: Pick<Knowledge, 'rules'>,
  named: readonly Mention[],
): readonly RuleHit[] => {
  let atoms: readonly Atom[] = named.map((mention) => ({ tag: mention.type, span: mention.span, mention }))
  for (const pass of ['atoms', 'names'] as const)
    atoms = [...atoms, ...atomsOf(matchRules(knowledge, pass, segment, atoms))]
  return matchRules(knowledge, 'relations', segment, atoms)
}

const mentionsBySegment = (
  segments: readonly Segment[],
  mentions: readonly Mention[],
): ReadonlyMap<Segment, readonly Mention[]> => {
  const segmentAt = segmentFinder(segments)
  const grouped = new Map<Segment, Mention[]>()
  for (const mention of mentions) {
    const segment = segmentAt(mention.span.start)
    if (segment) grouped.set(segment, [...(grouped.get(segment) ?? []), mention])
  }
  return grouped
}

const isPredicate = (find: string): find is Predicate => find in PREDICATES

/** One fact for each subject and each object of the hit; words that no recogniser named give none. */
const factsOf = (hit: RuleHit): readonly Fact[] => {
  const { find, rule, span, attributes, roles } = hit
  if (!isPredicate(find)) return []
  const allowed: { readonly from: readonly string[]; readonly to: readonly string[] } = PREDICATES[find]
  const subjects = mentionsIn(roles[attributes.subject ?? 'subject'], allowed.from)
  const objects = mentionsIn(roles[attributes.object ?? 'object'], allowed.to)
  const basis = attributes.basis === 'inherited' ? 'inherited' : 'stated'
  const qualifiers: Attributes = Object.fromEntries(
    Object.entries(attributes).filter(([key]) => !OWN.has(key)),
  )
  return subjects.flatMap((subject) =>
    objects.map(
      (object): Fact => ({
        predicate: find,
        subject,
        object,
        evidence: [{ span, part: 'clause' }],
        rule,
        basis,
        qualifiers,
      }),
    ),
  )
}

const mentionsIn = (fills: readonly RoleFill[] | undefined, types: readonly string[]): readonly Mention[] =>
  (fills ?? []).flatMap(({ atoms }) =>
    atoms.flatMap(({ mention }) => (mention && types.includes(mention.type) ? [mention] : [])),
  )

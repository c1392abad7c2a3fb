/** A plan as its amendments leave it, as one record of facts. Pure; and read from a store. */
import { less, type Retired, retiredIn } from './amend.ts'
import { chainOf } from './edition.ts'
import { type RevisionHeld, readRevisions } from './held-revisions.ts'
import type { RevisionFacts } from './model.ts'
import type { GraphReader } from './store.ts'

/** Code points that stand in the place of what is no longer said. */
const STRUCK = '\u2588'

/**
 * A plan as its amendments leave it, as one record of facts for comparing: what is retired is left out, and struck out in the text;
 * an amendment's text follows that of what it amends, and its offsets follow on. What a notice cites is no basis of the plan.
 */
export const compose = (chain: readonly RevisionFacts[]): RevisionFacts => {
  const [base, ...amendments] = chain
  if (!base) throw new Error('Unexpected empty chain of revisions, expected a whole revision')
  if (amendments.length === 0) return base
  const retired = retiredIn(chain)
  let length = 0
  const parts = chain.map((facts) => {
    const part = moved(struck(facts, retired), length)
    length += Array.from(part.text).length
    return part
  })
  const last = chain.at(-1) ?? base
  const all = <Key extends 'sections' | 'commitments' | 'statements' | 'mentions'>(key: Key) =>
    parts.flatMap((part) => part[key] as readonly RevisionFacts[Key][number][])
  return {
    ...base,
    revision: { ...last.revision },
    text: parts.map(({ text }) => text).join(''),
    sections: all('sections'),
    commitments: all('commitments'),
    statements: all('statements').filter(
      ({ predicate, id }) => predicate !== 'CITES' || base.statements.some((one) => one.id === id),
    ),
    mentions: all('mentions'),
    // What is described twice is as the newest describes it.
    entities: newestEach(parts.map(({ entities }) => entities)),
    targets: newestEach(parts.map(({ targets }) => targets)).filter(({ id }) =>
      parts.some(({ statements }) => statements.some(({ object }) => object === id)),
    ),
  }
}

const newestEach = <T extends { readonly id: string }>(lists: readonly (readonly T[])[]): readonly T[] => [
  ...new Map(lists.flat().map((item) => [item.id, item])).values(),
]

type Place = { readonly start: number; readonly end: number }

/** Less what is retired; its words are struck out of the text, unless something that is kept is said by them too. */
const struck = (facts: RevisionFacts, retired: Retired): RevisionFacts => {
  const kept = less(facts, retired)
  const gone = retired.entities.get(facts.revision.id) ?? new Set()
  const places: readonly Place[] = [
    ...facts.mentions.filter(({ entity }) => gone.has(entity)),
    ...facts.commitments.filter(({ id }) => retired.commitments.has(id)),
    ...facts.statements
      .filter(({ id }) => retired.statements.has(id))
      .flatMap(({ evidence }) => evidence.filter(({ part }) => part === 'clause'))
      .filter((place) => !isSaidBy(kept, place)),
  ]
  const letters = Array.from(facts.text)
  for (const { start, end } of places) letters.fill(STRUCK, start, end)
  // What an amendment takes away it says only in taking it away.
  const { removes = [], replaces = [] } = facts.revision
  const text = [...removes, ...replaces].reduce(
    (rest, words) => rest.replaceAll(words, STRUCK.repeat(Array.from(words).length)),
    letters.join(''),
  )
  const isStruck = (one: Place): boolean =>
    places.some(({ start, end }) => one.start < end && start < one.end)
  return { ...kept, text, mentions: kept.mentions.filter((one) => !isStruck(one)) }
}

const isSaidBy = ({ statements }: RevisionFacts, { start, end }: Place): boolean =>
  statements.some(({ evidence }) =>
    evidence.some((one) => one.part === 'clause' && one.start < end && start < one.end),
  )

const moved = (facts: RevisionFacts, by: number): RevisionFacts => {
  const move = <T extends Place>(place: T): T => ({ ...place, start: place.start + by, end: place.end + by })
  return {
    ...facts,
    sections: facts.sections.map(move),
    commitments: facts.commitments.map(move),
    mentions: facts.mentions.map(move),
    statements: facts.statements.map((one) => ({ ...one, evidence: one.evidence.map(move) })),
  }
}

/**
 * What the plan says as of this revision: of an amendment, the revision that it amends with all amendments up to it. `factsOf` gives
 * what each says.
 */
export const factsAsOf = async (
  store: GraphReader,
  held: RevisionHeld,
  factsOf: (revision: RevisionHeld) => Promise<RevisionFacts>,
): Promise<RevisionFacts> => {
  if (!held.amends || held.ordinal === undefined) return factsOf(held)
  const until = held.ordinal
  const own = (await readRevisions(store)).filter(
    ({ plan, ordinal = 0 }) => plan === held.plan && ordinal <= until,
  )
  const chain: RevisionFacts[] = []
  for (const revision of chainOf(own)) chain.push(await factsOf(revision))
  return chain.at(-1)?.revision.id === held.id ? compose(chain) : factsOf(held)
}

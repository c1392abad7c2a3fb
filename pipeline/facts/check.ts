/**
 * The last gate before a store: what cannot be re-read in the text, or breaks the schema, is left out with a reason.
 * Talks to no store and repairs nothing.
 */
import { type EndType, PREDICATES, type RevisionFacts } from '../../graph/model.ts'
import { type Fault, type Misplaced, placesIn, quotesOf } from './check/words.ts'

type Item =
  | RevisionFacts['sections'][number]
  | RevisionFacts['entities'][number]
  | RevisionFacts['targets'][number]
  | RevisionFacts['commitments'][number]
  | RevisionFacts['statements'][number]
  | RevisionFacts['mentions'][number]

/** Something that was left out, and why. */
export type Rejected = {
  readonly kind: 'section' | 'entity' | 'target' | 'commitment' | 'statement' | 'mention'
  readonly item: Item
  readonly reason: string
}

export type Checked = { readonly kept: RevisionFacts; readonly rejected: readonly Rejected[] }

export const check = (facts: RevisionFacts): Checked => {
  const { keep, rejected } = sieve()
  const once = uniqueIds()
  const misquoted = quotesOf(facts.text)
  const sections = keep(
    'section',
    facts.sections,
    (one) => misquoted(one.text, one.start, one.end) ?? once(one),
  )
  const misplaced = placesIn(sections, misquoted)
  const commitments = keep(
    'commitment',
    facts.commitments,
    (one) => misplaced(one.text, one.start, one.end, one.section) ?? once(one),
  )
  const entities = keep('entity', facts.entities, (one) =>
    one.name === '' ? 'Unexpected empty name' : once(one),
  )
  const indicators = new Set(entities.filter(({ type }) => type === 'Indicator').map(({ id }) => id))
  const targets = keep('target', facts.targets, (one) => wrongTarget(one, indicators) ?? once(one))
  const types = new Map<string, EndType>([
    [facts.plan.id, 'Plan'],
    ...entities.map(({ id, type }) => [id, type] as const),
    ...targets.map(({ id }) => [id, 'Target'] as const),
    ...commitments.map(({ id }) => [id, 'Commitment'] as const),
  ])
  const mentions = keep('mention', facts.mentions, (one) =>
    types.has(one.entity)
      ? misplaced(one.text, one.start, one.end, one.section)
      : `Unexpected entity ${one.entity}, expected one of the revision's`,
  )
  const statements = keep(
    'statement',
    facts.statements,
    (one) => unproved(one, misplaced) ?? wrongEnds(one, types) ?? once(one),
  )
  return { kept: { ...facts, sections, entities, targets, commitments, statements, mentions }, rejected }
}

/** Lets through what has no fault, and remembers the rest with the reason. */
const sieve = () => {
  const rejected: Rejected[] = []
  const keep = <T extends Item>(
    kind: Rejected['kind'],
    items: readonly T[],
    faultOf: (item: T) => Fault,
  ): readonly T[] =>
    items.filter((item) => {
      const reason = faultOf(item)
      if (reason !== undefined) rejected.push({ kind, item, reason })
      return reason === undefined
    })
  return { keep, rejected }
}

const uniqueIds = (): ((item: { readonly id: string }) => Fault) => {
  const taken = new Set<string>()
  return ({ id }) => {
    if (taken.has(id)) return `Unexpected second item with id ${id}, expected ids to be unique`
    taken.add(id)
    return undefined
  }
}

const wrongTarget = (
  { value, indicator }: RevisionFacts['targets'][number],
  indicators: ReadonlySet<string>,
): Fault => {
  if (!Number.isFinite(value)) return `Unexpected value ${value}, expected a number`
  return indicators.has(indicator)
    ? undefined
    : `Unexpected indicator ${indicator}, expected one of the revision's`
}

const unproved = ({ evidence }: RevisionFacts['statements'][number], misplaced: Misplaced): Fault => {
  if (evidence.length === 0) return 'Unexpected statement without evidence, expected a quote'
  const faults = evidence.map(({ quote, start, end, section }) => misplaced(quote, start, end, section))
  return faults.find((fault) => fault !== undefined)
}

const wrongEnds = (
  { predicate, subject, object }: RevisionFacts['statements'][number],
  types: ReadonlyMap<string, EndType>,
): Fault => {
  const { from, to }: { from: readonly EndType[]; to: readonly EndType[] } = PREDICATES[predicate]
  const [head, tail] = [types.get(subject), types.get(object)]
  if (!head || !from.includes(head))
    return `Unexpected subject ${subject} of ${predicate}, expected ${from.join(' or ')}`
  if (!tail || !to.includes(tail))
    return `Unexpected object ${object} of ${predicate}, expected ${to.join(' or ')}`
  if (subject === object) return `Unexpected ${predicate} of ${subject} to itself`
  return undefined
}

/**
 * The last gate before a store: what cannot be re-read in the text, or breaks the schema, is left out with a reason.
 * Talks to no store and repairs nothing.
 */
import { type EndType, PREDICATES, type RevisionFacts } from '../../graph/model.ts'
import { codePointSlicer } from './check/slice.ts'

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

type Fault = string | undefined

export const check = (facts: RevisionFacts): Checked => {
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
  const slice = codePointSlicer(facts.text)
  const taken = new Set<string>()
  const once = ({ id }: { readonly id: string }): Fault => {
    if (taken.has(id)) return `Unexpected second item with id ${id}, expected ids to be unique`
    taken.add(id)
    return undefined
  }
  const misquoted = (text: string, start: number, end: number): Fault =>
    text === slice(start, end) && text !== ''
      ? undefined
      : `Unexpected words “${text}”, expected the text's own from ${start} to ${end}`

  const sections = keep(
    'section',
    facts.sections,
    (one) => misquoted(one.text, one.start, one.end) ?? once(one),
  )
  const spans = new Map(sections.map((one) => [one.id, one]))
  const placed = (words: string, start: number, end: number, id: string): Fault => {
    const section = spans.get(id)
    if (!section) return `Unexpected section ${id || '(none)'}, expected one that holds ${start} to ${end}`
    if (start < section.start || end > section.end) return `Unexpected words outside of section ${id}`
    return misquoted(words, start, end)
  }
  const commitments = keep(
    'commitment',
    facts.commitments,
    (one) => placed(one.text, one.start, one.end, one.section) ?? once(one),
  )
  const entities = keep('entity', facts.entities, (one) =>
    one.name === '' ? 'Unexpected empty name' : once(one),
  )
  const targets = keep('target', facts.targets, (one) =>
    Number.isFinite(one.value) ? once(one) : `Unexpected value ${one.value}, expected a number`,
  )
  const types = new Map<string, EndType>([
    [facts.plan.id, 'Plan'],
    ...entities.map(({ id, type }) => [id, type] as const),
    ...targets.map(({ id }) => [id, 'Target'] as const),
    ...commitments.map(({ id }) => [id, 'Commitment'] as const),
  ])
  const mentions = keep('mention', facts.mentions, (one) =>
    types.has(one.entity)
      ? placed(one.text, one.start, one.end, one.section)
      : `Unexpected entity ${one.entity}`,
  )
  const statements = keep('statement', facts.statements, (one) => {
    if (one.evidence.length === 0) return 'Unexpected statement without evidence, expected a quote'
    const misplaced = one.evidence.map(({ quote, start, end, section }) => placed(quote, start, end, section))
    return misplaced.find((fault) => fault !== undefined) ?? wrongEnds(one, types) ?? once(one)
  })
  const kept = { ...facts, sections, entities, targets, commitments, statements, mentions }
  return { kept, rejected }
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

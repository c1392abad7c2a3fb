/** Invariants of the contract that need no text: what is in force, labels, ids, ends of relations. Pure. */

import { chainOf } from './edition.ts'
import { groupBy } from './group-by.ts'
import type { StatedRelation } from './in-force.ts'
import { ENTITY_TYPES, type EndType, PREDICATES } from './model.ts'
import type { RevisionHeld } from './revisions.ts'
import type { Plain } from './store.ts'

export type Invariant =
  | 'text'
  | 'quote'
  | 'evidence'
  | 'relation'
  | 'in-force'
  | 'projection'
  | 'label'
  | 'id'

/** Something in a store that breaks the contract. */
export type Broken = { readonly invariant: Invariant; readonly id: string; readonly found: string }

/** In force are the newest whole revision of a plan that is committed, and the committed amendments after it; nothing else. */
export const forceFaults = (revisions: readonly RevisionHeld[]): Broken[] =>
  [...groupBy(revisions, ({ plan }) => plan)].flatMap(([plan, group]) => {
    const wanted = chainOf(group).map(({ id }) => id)
    const found = group.filter((revision) => revision.inForce).map(({ id }) => id)
    if (wanted.toSorted().join('\n') === found.toSorted().join('\n')) return []
    const names = (ids: readonly string[]) => ids.join(', ') || 'none'
    return [
      { invariant: 'in-force', id: plan, found: `in force: ${names(found)}; expected ${names(wanted)}` },
    ]
  })

type LabelledNode = {
  readonly id: string
  readonly labels: readonly string[]
  readonly inForce?: boolean | null
}

/**
 * Ids are unique over all nodes; an entity in force has exactly one type, one out of force none, only places are towns.
 * A pending revision's new entities have none yet.
 */
export const labelFaults = (nodes: readonly LabelledNode[], hasPending: boolean): Broken[] => {
  const types: readonly string[] = ENTITY_TYPES
  const seen = new Set<string>()
  return nodes.flatMap(({ id, labels, inForce }): Broken[] => {
    const again = seen.has(id)
    seen.add(id)
    const own = labels.filter((label) => types.includes(label))
    const isForced = typeof inForce === 'boolean' ? inForce : !(own.length === 0 && hasPending)
    const isWrong = labels.includes('Entity') && own.length !== (isForced ? 1 : 0)
    const isOdd = labels.includes('Town') && !labels.includes('Place')
    return [
      ...(again ? [{ invariant: 'id' as const, id, found: 'several nodes have this id' }] : []),
      ...(isWrong || isOdd
        ? [{ invariant: 'label' as const, id, found: `labels ${labels.join(', ')}` }]
        : []),
    ]
  })
}

const typeOf = (labels: readonly string[], type?: string | null): string =>
  type ??
  labels.find((label) => (ENTITY_TYPES as readonly string[]).includes(label)) ??
  labels.find((label) => label === 'Plan' || label === 'Target' || label === 'Commitment') ??
  labels.join(':')

type StatementNode = { readonly id: string; readonly props: Readonly<Record<string, Plain>> }

/**
 * Every statement has one subject and one object that its predicate allows, and is in force when its revision is, unless an
 * amendment retired it.
 */
export const relationFaults = (
  revision: RevisionHeld,
  statements: readonly StatementNode[],
  relations: readonly StatedRelation[],
  retired: ReadonlySet<string> = new Set(),
): Broken[] => {
  const byStatement = groupBy(relations, ({ id }) => id)
  return statements.flatMap(({ id, props }): Broken[] => {
    const stated = byStatement.get(id) ?? []
    const [relation] = stated
    const ends = relation
      ? `(${typeOf(relation.fromLabels, relation.fromType)})-[${relation.predicate}]->(${typeOf(relation.toLabels, relation.toType)})`
      : ''
    return [
      ...(stated.length === 1
        ? []
        : [{ invariant: 'relation' as const, id, found: `${stated.length} pairs of ends, expected one` }]),
      ...(relation && !isAllowed(relation)
        ? [{ invariant: 'relation' as const, id, found: `${ends}, which the schema does not allow` }]
        : []),
      ...(props.inForce === (revision.inForce && !retired.has(id))
        ? []
        : [
            {
              invariant: 'in-force' as const,
              id,
              found: `inForce is ${props.inForce}, and its revision's is ${revision.inForce}${retired.has(id) ? ', but an amendment retired it' : ''}`,
            },
          ]),
    ]
  })
}

const isAllowed = ({ predicate, ...ends }: StatedRelation): boolean => {
  if (!Object.hasOwn(PREDICATES, predicate)) return false
  const allowed: { from: readonly EndType[]; to: readonly EndType[] } =
    PREDICATES[predicate as keyof typeof PREDICATES]
  const from: readonly string[] = allowed.from
  const to: readonly string[] = allowed.to
  return (
    from.includes(typeOf(ends.fromLabels, ends.fromType)) && to.includes(typeOf(ends.toLabels, ends.toType))
  )
}

/** What goes with what was retired. Pure. */
import type { RevisionFacts, StatementRecord } from '../model.ts'
import { REMOVABLE, type Retiring, retireCommitment, type Standing } from './retired.ts'

const isNumber = ({ predicate }: StatementRecord): boolean => predicate === 'HAS_TARGET'

/** A thing of which nothing is said any more is not in the plan, unless the amendment speaks of it itself. */
export const retireUnsaid = (facts: Standing, amendment: RevisionFacts, retired: Retiring): void => {
  const ends = (statements: readonly StatementRecord[]) =>
    new Set(statements.flatMap(({ subject, object }) => [subject, object]))
  const before = ends(facts.statements)
  const after = ends(facts.statements.filter(({ id }) => !retired.statements.has(id)))
  const anew = new Set(amendment.entities.map(({ id }) => id))
  const unsaid = facts.entities.filter(
    ({ id, type }) => REMOVABLE.includes(type) && before.has(id) && !after.has(id) && !anew.has(id),
  )
  const own = retired.entities.get(facts.revision.id) ?? new Set()
  retired.entities.set(facts.revision.id, new Set([...own, ...unsaid.map(({ id }) => id)]))
}

/** A number without its indicator has no place and year; a clause that concerned only what was taken out is taken out. */
export const settleDependents = (facts: Standing, retired: Retiring): void => {
  const kinds = new Map(facts.entities.map(({ id, type }) => [id, type]))
  const left = (one: StatementRecord): boolean => !retired.statements.has(one.id)
  const numbers = facts.statements.filter(isNumber)
  const alive = new Set(numbers.filter(left).map(({ object }) => object))
  const dead = new Set(numbers.map(({ object }) => object).filter((id) => !alive.has(id)))
  for (const { id, subject } of facts.statements) if (dead.has(subject)) retired.statements.add(id)
  const concerns = facts.statements.filter(
    ({ predicate, object }) => predicate === 'CONCERNS' && REMOVABLE.includes(kinds.get(object) ?? ''),
  )
  for (const commitment of facts.commitments) {
    const own = concerns.filter(({ subject }) => subject === commitment.id)
    if (own.length > 0 && !own.some(left)) retireCommitment(facts, commitment, retired)
  }
}

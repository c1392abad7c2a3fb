/** Leaves out the statements that people rejected, and what then hangs in the air. */
import type { RevisionFacts, StatementRecord } from '../../../graph/model.ts'
import type { Correction } from '../../records.ts'
import { namingOf } from './named.ts'

export type Rejection = {
  readonly facts: RevisionFacts
  /** Decisions under which no statement was found. */
  readonly unmatched: readonly Correction[]
}

export const rejectStatements = (facts: RevisionFacts, corrections: readonly Correction[]): Rejection => {
  const { means } = namingOf(facts)
  const rejected = new Set<StatementRecord>()
  const unmatched: Correction[] = []
  for (const correction of corrections) {
    const { subject, predicate, object, role, type } = correction
    const scored = facts.statements
      .filter((one) => one.predicate === predicate && (role === undefined || one.qualifiers.role === role))
      .map((one) => ({ one, sure: Math.min(means(one.subject, subject, type), means(one.object, object)) }))
    // What is called so goes before what only has it as another form.
    const best = Math.max(0, ...scored.map(({ sure }) => sure))
    if (best === 0) unmatched.push(correction)
    else for (const { one, sure } of scored) if (sure === best) rejected.add(one)
  }
  return {
    facts: rejected.size === 0 ? facts : withoutTargets(facts, rejected),
    unmatched,
  }
}

/** A target whose value nothing states any more goes with its place and its date. */
const withoutTargets = (facts: RevisionFacts, rejected: ReadonlySet<StatementRecord>): RevisionFacts => {
  const left = facts.statements.filter((statement) => !rejected.has(statement))
  const stated = new Set(
    left.filter(({ predicate }) => predicate === 'HAS_TARGET').map(({ object }) => object),
  )
  const gone = new Set(facts.targets.filter(({ id }) => !stated.has(id)).map(({ id }) => id))
  return {
    ...facts,
    targets: facts.targets.filter(({ id }) => !gone.has(id)),
    statements: left.filter(({ subject }) => !gone.has(subject)),
  }
}

/** The facts without entities that neither the text names nor a statement speaks of: a body that was only inferred. */
export const withoutUnspoken = (facts: RevisionFacts): RevisionFacts => {
  const spoken = new Set([
    ...facts.mentions.map(({ entity }) => entity),
    ...facts.statements.flatMap(({ subject, object }) => [subject, object]),
    ...facts.targets.map(({ indicator }) => indicator),
  ])
  return { ...facts, entities: facts.entities.filter(({ id }) => spoken.has(id)) }
}

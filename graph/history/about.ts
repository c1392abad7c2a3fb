/** A revision's facts, less all that is not about one subject; its text stays whole. Pure. */
import type { CommitmentRecord, RevisionFacts } from '../model.ts'

const restricted = (
  facts: RevisionFacts,
  entities: ReadonlySet<string>,
  targets: ReadonlySet<string>,
  commitments: ReadonlySet<string>,
): RevisionFacts => {
  const things = new Set([...entities, ...targets, ...commitments])
  const statements = facts.statements.filter(
    ({ subject, object }) => things.has(subject) || things.has(object),
  )
  // What stands at the other end is named, and nothing else of it is told.
  const named = new Set(statements.flatMap(({ subject, object }) => [subject, object]))
  const mentioned = new Set([...entities])
  return {
    ...facts,
    entities: facts.entities.filter(
      ({ id, type }) => entities.has(id) || (named.has(id) && type !== 'Project' && type !== 'Document'),
    ),
    targets: facts.targets.filter(({ id }) => targets.has(id)),
    commitments: facts.commitments.filter(({ id }) => commitments.has(id)),
    statements,
    mentions: facts.mentions.filter(({ entity }) => mentioned.has(entity)),
  }
}

const NONE: ReadonlySet<string> = new Set()

/** What the revision says of a project or an indicator: its relations, its numbers, and the commitments that concern it. */
export const aboutEntity = (facts: RevisionFacts, id: string | undefined): RevisionFacts => {
  if (id === undefined) return restricted(facts, NONE, NONE, NONE)
  const ends = (predicate: string, from: 'subject' | 'object', to: 'subject' | 'object') =>
    new Set(
      facts.statements.filter((one) => one.predicate === predicate && one[from] === id).map((one) => one[to]),
    )
  return restricted(
    facts,
    new Set([id]),
    ends('HAS_TARGET', 'subject', 'object'),
    ends('CONCERNS', 'object', 'subject'),
  )
}

/** What the revision says of one commitment: who answers for it, and by when. */
export const aboutClause = (facts: RevisionFacts, clause: CommitmentRecord | undefined): RevisionFacts =>
  restricted(facts, NONE, NONE, clause === undefined ? NONE : new Set([clause.id]))

/** What amendments retire, and what is left of facts without it. Pure. */
import type { CommitmentRecord, RevisionFacts } from '../model.ts'

/** What of a chain of revisions is not in force any more, though the revisions are. */
export type Retired = {
  readonly statements: ReadonlySet<string>
  readonly commitments: ReadonlySet<string>
  /** By revision, the entities that an amendment took out of the plan after it. */
  readonly entities: ReadonlyMap<string, ReadonlySet<string>>
  /** Words of amendments that name nothing that was in force. */
  readonly unmatched: readonly { readonly revision: string; readonly words: string }[]
}

/** Of a chain without amendments. */
export const NOTHING_RETIRED: Retired = {
  statements: new Set(),
  commitments: new Set(),
  entities: new Map(),
  unmatched: [],
}

/** What one revision, less what is retired of it so far, says. */
export type Standing = RevisionFacts

/** What is retired so far. */
export type Retiring = {
  readonly statements: Set<string>
  readonly commitments: Set<string>
  readonly entities: Map<string, Set<string>>
}

/** What can be taken out by its name; a place is not abolished by a plan, only what the plan says of it is. */
export const REMOVABLE: readonly string[] = ['Project', 'Indicator']

/** The facts less what is retired of them; the text and its sections stay whole. */
export const less = (
  facts: RevisionFacts,
  retired: Pick<Retired, 'statements' | 'commitments' | 'entities'>,
): Standing => {
  const gone = retired.entities.get(facts.revision.id) ?? new Set()
  return {
    ...facts,
    statements: facts.statements.filter(({ id }) => !retired.statements.has(id)),
    commitments: facts.commitments.filter(({ id }) => !retired.commitments.has(id)),
    entities: facts.entities.filter(({ id }) => !gone.has(id)),
    mentions: facts.mentions.filter(({ entity }) => !gone.has(entity)),
  }
}

/** Takes a clause out with all that is said of it. */
export const retireCommitment = (facts: Standing, { id }: CommitmentRecord, retired: Retiring): void => {
  retired.commitments.add(id)
  for (const { id: statement, subject, object } of facts.statements)
    if (subject === id || object === id) retired.statements.add(statement)
}

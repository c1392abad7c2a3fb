/** A revision's facts as the scorer sees them: what was extracted, and where (code points). */
import type { Phase, RevisionFacts, TargetRecord } from '../../graph/model.ts'

export type FoundEntity = {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly phase?: Phase
  readonly at: readonly number[]
}

export type FoundStatement = {
  readonly predicate: string
  readonly subject: string
  readonly object: string
  readonly role?: string
  readonly basis: string
  /** Starts of the quotes; a heading only lends its subject, so it counts only where there is nothing else. */
  readonly at: readonly number[]
}

export type FoundThings = {
  readonly entities: readonly FoundEntity[]
  readonly statements: readonly FoundStatement[]
  readonly targets: ReadonlyMap<string, TargetRecord>
  readonly commitments: ReadonlyMap<string, { readonly start: number; readonly text: string }>
}

const SCORED = new Set(['Place', 'Project', 'Indicator', 'Department', 'Deadline', 'Document'])

export const foundIn = (facts: RevisionFacts): FoundThings => {
  const at = new Map<string, number[]>()
  for (const mention of facts.mentions) {
    const starts = at.get(mention.entity)
    if (starts) starts.push(mention.start)
    else at.set(mention.entity, [mention.start])
  }
  return {
    entities: facts.entities
      .filter((entity) => SCORED.has(entity.type))
      .map((entity) => ({
        id: entity.id,
        type: entity.type,
        name: entity.name,
        aliases: entity.aliases,
        phase: entity.properties.phase as Phase | undefined,
        at: at.get(entity.id) ?? [],
      })),
    statements: facts.statements.map((statement) => {
      const own = statement.evidence.filter((evidence) => evidence.part !== 'heading')
      return {
        predicate: statement.predicate,
        subject: statement.subject,
        object: statement.object,
        role: statement.qualifiers.role as string | undefined,
        basis: statement.basis,
        at: (own.length > 0 ? own : statement.evidence).map((evidence) => evidence.start),
      }
    }),
    targets: new Map(facts.targets.map((target) => [target.id, target])),
    commitments: new Map(facts.commitments.map((c) => [c.id, { start: c.start, text: c.text }])),
  }
}

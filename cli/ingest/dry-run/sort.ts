/** What a text would bring, put in order: what becomes of each thing, and what a first text holds. */
import type { Change } from '../../../graph/diff/change.ts'
import { writeDatedFigure } from '../../../graph/diff/figure.ts'
import { ENTITY_TYPES, type RevisionFacts } from '../../../graph/model.ts'

const ADDED: ReadonlySet<string> = new Set(['target_added', 'project_added', 'commitment_added'])
const DROPPED: ReadonlySet<string> = new Set(['target_dropped', 'project_dropped', 'commitment_dropped'])

type Sorted = Readonly<Record<'added' | 'changed' | 'dropped' | 'notUnderstood', readonly Change[]>>

/** Changes by what becomes of the thing; what still stands in the new text and was not understood is no change of the plan. */
export const sortChanges = (changes: readonly Change[]): Sorted => {
  const notUnderstood = changes.filter(({ stillInText }) => stillInText)
  const real = changes.filter(({ stillInText }) => !stillInText)
  return {
    added: real.filter(({ kind }) => ADDED.has(kind)),
    changed: real.filter(({ kind }) => !ADDED.has(kind) && !DROPPED.has(kind)),
    dropped: real.filter(({ kind }) => DROPPED.has(kind)),
    notUnderstood,
  }
}

/** What a first text holds, by type, names in the order of the text. */
export const holdingsOf = (facts: RevisionFacts): Readonly<Record<string, readonly string[]>> => {
  const firsts = new Map<string, number>()
  for (const { entity, start } of facts.mentions) if (!firsts.has(entity)) firsts.set(entity, start)
  const at = (id: string): number => firsts.get(id) ?? Number.MAX_SAFE_INTEGER
  const names = ENTITY_TYPES.map(
    (type) =>
      [
        type,
        facts.entities
          .filter((entity) => entity.type === type)
          .toSorted((a, b) => at(a.id) - at(b.id))
          .map(({ name }) => name),
      ] as const,
  )
  const indicators = new Map(facts.entities.map(({ id, name }) => [id, name]))
  const targets = facts.targets.map(
    (target) => `${indicators.get(target.indicator) ?? target.indicator} ${writeDatedFigure(target)}`,
  )
  const commitments = facts.commitments.map(({ text }) => text)
  return Object.fromEntries(
    [...names, ['Target', targets] as const, ['Commitment', commitments] as const].filter(
      ([, all]) => all.length > 0,
    ),
  )
}

/** A preview for programs. */
import type { Previewed } from '../dry-run.ts'
import { holdingsOf, sortChanges } from './sort.ts'

/** The whole preview as one JSON value. */
export const jsonOf = (one: Previewed) => {
  const { file, facts, outcome, against, guard, changes, change, isOldReading, notes, plan } = one
  const sorted = sortChanges(changes)
  return {
    file,
    plan: facts.plan.id,
    title: facts.plan.title,
    revision: facts.revision.id,
    outcome,
    against: against.map(({ id }) => id),
    rules: facts.revision.rules,
    isOldReading,
    guard: guard ?? null,
    counts: {
      added: outcome === 'first' ? facts.statements.length : sorted.added.length,
      changed: sorted.changed.length,
      dropped: sorted.dropped.length,
      notUnderstood: sorted.notUnderstood.length,
    },
    statements: plan ? { before: plan[0].statements.length, after: plan[1].statements.length } : null,
    changes: change ? [] : changes,
    rulesChange: change ?? null,
    added: outcome === 'first' ? holdingsOf(facts) : null,
    corrections: {
      given: facts.revision.corrections?.length ?? 0,
      unmatched: facts.revision.unmatchedCorrections ?? [],
    },
    unmatchedWords: one.unmatchedWords,
    notes,
  }
}

/**
 * Reads every stored revision again under today's rules and tables. A revision is its plan and its text: by whatever rules it is
 * read it stays the same one, keeps its place, and nothing of this is a change of the plan. Each is brought up to date in one
 * transaction; what was interrupted goes on where it stood, and a second time there is nothing to do.
 */
import { isSameReading, type RulesChange, rulesChange } from '../../graph/diff/rules-change.ts'
import { guard } from '../../graph/guard.ts'
import type { RevisionFacts } from '../../graph/model.ts'
import { readFacts } from '../../graph/read-facts.ts'
import type { RevisionHeld } from '../../graph/revisions.ts'
import type { GraphStore } from '../../graph/store.ts'
import { ingestFacts } from '../../graph/write.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Correction } from '../records.ts'
import { correctionsOf } from './held-corrections.ts'
import { isReadSo, reread } from './under-rules.ts'

export type Reextraction = {
  readonly plan: string
  readonly revision: string
  readonly ordinal?: number
  readonly inForce: boolean
  /**
   * `changed`: the new rules read something otherwise. `same-reading`: they read the same, and the record now says which rules.
   * `up-to-date`: these rules read it already. `left-out`: it is pending, or withdrawn.
   */
  readonly outcome: 'changed' | 'same-reading' | 'up-to-date' | 'left-out'
  readonly rules: readonly [string, string]
  readonly change?: RulesChange
  /** Both readings, for whoever compares them in the plan's terms. */
  readonly facts?: readonly [RevisionFacts, RevisionFacts]
  readonly unmatchedCorrections: readonly string[]
}

export type ReextractOptions = {
  readonly knowledge: Knowledge
  /** Instead of the decisions that each revision was read with. */
  readonly corrections?: readonly Correction[]
  /** Only says what would change. */
  readonly isDry?: boolean
  /** Goes on where much would go out of force. */
  readonly unguarded?: boolean
}

/** One revision; writes only where today's rules and decisions are not those that it was read with. */
export const reextract = async (
  store: GraphStore,
  held: RevisionHeld,
  { knowledge, corrections = correctionsOf(held), isDry = false, unguarded = false }: ReextractOptions,
): Promise<Reextraction> => {
  const { id: revision, plan, ordinal, inForce, status, properties } = held
  const about = {
    plan,
    revision,
    ...(ordinal === undefined ? {} : { ordinal }),
    inForce,
    rules: [String(properties.rules ?? ''), knowledge.version] as const,
    unmatchedCorrections: (properties.unmatchedCorrections ?? []) as readonly string[],
  }
  if (status !== 'committed') return { ...about, outcome: 'left-out' }
  if (isReadSo(held, knowledge, corrections)) return { ...about, outcome: 'up-to-date' }
  const old = await readFacts(store, revision)
  const next = await reread(store, held, knowledge, corrections)
  if (!unguarded) await guard(store, next)
  if (!isDry) await ingestFacts(store, next, { clock: () => new Date(String(properties.ingestedAt)) })
  const change = rulesChange(old, next)
  return {
    ...about,
    unmatchedCorrections: next.revision.unmatchedCorrections ?? [],
    outcome: isSameReading(change) ? 'same-reading' : 'changed',
    change,
    facts: [old, next],
  }
}

/**
 * Applies what people decided about a plan (corrections.tsv) to what was read: names first, then who answers for what, then
 * what is not so. Pure; a decision that meets nothing is reported and never forced.
 */
import type { RevisionFacts } from '../../graph/model.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Correction, Found, Reading } from '../records.ts'
import { assignDuties } from './correct/duties.ts'
import { markCorrected } from './correct/mark.ts'
import { rejectStatements, withoutUnspoken } from './correct/reject.ts'
import { inFixedOrder, sayCorrection, writeCorrection } from './correct/say.ts'
import { type Resolved, resolve } from './resolve.ts'
import type { Coverage } from './responsibilities.ts'
import { state } from './state.ts'

const NAMES: ReadonlySet<string> = new Set(['merge', 'keep-apart', 'rename'])

type Read = {
  readonly reading: Reading
  readonly found: readonly Found[]
  readonly coverage: Coverage
  /** What the text gives without any decision. */
  readonly facts: RevisionFacts
}

/** The facts with every decision applied, marked where that made a difference, and the decisions kept with the revision. */
export const correct = (
  { reading, found, coverage, facts }: Read,
  knowledge: Knowledge,
  given: readonly Correction[],
): RevisionFacts => {
  if (given.length === 0) return facts
  const corrections = inFixedOrder(given)
  const ofKind = (decision: Correction['decision']) => corrections.filter((one) => one.decision === decision)
  const names = corrections.filter(({ decision }) => NAMES.has(decision))
  const named = resolve(reading, found, knowledge, names)
  const duties = assignDuties(reading, found, named, ofKind('set-department'))
  const resolved = duties.found === found ? named : resolve(reading, duties.found, knowledge, names)
  const stated = state(reading, resolved, coverage)
  const kept = rejectStatements(stated, ofKind('reject-statement'))
  const unmatched = [
    ...resolved.outcomes.flatMap((outcome) => ('unmatched' in outcome ? [outcome] : [])),
    ...duties.unmatched.map((correction) => ({
      correction,
      unmatched: `没有读到原句或项目“${correction.subject}” no such clause or project`,
    })),
    ...kept.unmatched.map((correction) => ({ correction, unmatched: '没有读到这条陈述 no such statement' })),
  ].map((one) => `${sayCorrection(one.correction)}：${one.unmatched}`)
  const deciders = { ofNames: decidersOf(resolved, facts), ofDuties: ofKind('set-department') }
  const marked = markCorrected(facts, withoutUnspoken(kept.facts), deciders)
  return {
    ...marked,
    revision: {
      ...marked.revision,
      corrections: corrections.map(writeCorrection),
      ...(unmatched.length === 0 ? {} : { unmatchedCorrections: unmatched.toSorted() }),
    },
  }
}

/** Which decisions about names speak of which entities; names that were apart `before` any decision owe that to none. */
const decidersOf = (
  resolved: Resolved,
  { entities }: RevisionFacts,
): ReadonlyMap<string, readonly Correction[]> => {
  const deciders = new Map<string, Correction[]>()
  const before = new Set(entities.map(({ id }) => id))
  for (const outcome of resolved.outcomes) {
    if ('unmatched' in outcome) continue
    const ids = new Set(outcome.keys.map(resolved.entityAt))
    const isIdle =
      outcome.correction.decision === 'keep-apart' && [...ids].every((id) => before.has(id ?? ''))
    if (isIdle) continue
    for (const id of ids)
      if (id !== undefined) deciders.set(id, [...(deciders.get(id) ?? []), outcome.correction])
  }
  return deciders
}

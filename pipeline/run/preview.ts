/** What ingesting a text would do, without doing it: which revision it would follow, and the plan before and after. Reads only. */

import { retiredIn } from '../../graph/amend.ts'
import { digest } from '../../graph/content-id.ts'
import { type RulesChange, rulesChange } from '../../graph/diff/rules-change.ts'
import { standingFacts } from '../../graph/diff/standing.ts'
import { chainOf, type RevisionState, withText } from '../../graph/edition.ts'
import { isGreat, type Loss, lossOf } from '../../graph/guard.ts'
import type { RevisionFacts } from '../../graph/model.ts'
import { readFacts } from '../../graph/read-facts.ts'
import { type RevisionHeld, readRevisions } from '../../graph/revisions.ts'
import type { GraphReader } from '../../graph/store.ts'
import { type Extraction, extract } from '../extract.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Correction, PlanDocument, PlanIdentity } from '../records.ts'
import { correctionsOf, heldCorrections } from './held-corrections.ts'
import { factsUnder } from './under-rules.ts'

export type PreviewRequest = {
  readonly document: PlanDocument
  readonly plan: PlanIdentity
  readonly corrections?: readonly Correction[]
  readonly supersedes?: string
}

export type Preview = {
  readonly facts: RevisionFacts
  /**
   * `first` text of its plan; `newer`, in force instead of what is; `amendment` of what is; `late`: older than what is in force;
   * `reread`: held with the same text, read by other rules or decisions, or described otherwise; `unchanged`; `withdrawn`: held, and stays withdrawn.
   */
  readonly outcome: 'first' | 'newer' | 'amendment' | 'late' | 'reread' | 'unchanged' | 'withdrawn'
  /** What is in force of its plan: a whole revision and its amendments. */
  readonly against: readonly RevisionHeld[]
  /** What would go out of force, and whether ingest would stop for it. */
  readonly guard?: Loss & { readonly stops: boolean }
  /** The plan as it stands before and after, both as today's rules read it. */
  readonly plan?: readonly [RevisionFacts, RevisionFacts]
  /** Whether other rules read what is in force. */
  readonly isOldReading: boolean
  /** Of an amendment: its words that name nothing in force; what the plan says of them would stay in force. */
  readonly unmatchedWords: readonly string[]
  /** What the reader says of the text: the adjustments that it did not understand, among others. */
  readonly notes: readonly string[]
  /** Of `reread`: what the rules or the decisions change. */
  readonly change?: RulesChange
}

/** Reads the text and compares what it would leave in force with what is. */
export const preview = async (
  store: GraphReader,
  request: PreviewRequest,
  knowledge: Knowledge,
): Promise<Preview> => {
  const { facts, notes: said } = await extracted(store, request, knowledge)
  const notes = said.map(({ reason }) => reason)
  const corrections = correctionsOf({ properties: facts.revision })
  const held = (await readRevisions(store)).filter(({ plan }) => plan === facts.plan.id)
  const known = held.find(({ id, status }) => id === facts.revision.id && status !== 'pending')
  const against = chainOf(held)
  const about = { facts, against, isOldReading: false, unmatchedWords: [], notes }
  if (known?.status === 'withdrawn') return { ...about, outcome: 'withdrawn' }
  const isSame = known !== undefined && known.properties.facts === digest(facts)
  if (isSame && request.supersedes === undefined) return { ...about, outcome: 'unchanged' }
  const loss = await lossOf(store, facts, request.supersedes)
  const guarded = loss ? { guard: { ...loss, stops: isGreat(loss) } } : {}
  if (known) {
    const stored = await readFacts(store, known.id)
    return {
      ...about,
      ...guarded,
      outcome: 'reread',
      change: rulesChange(stored, facts),
      plan: [stored, facts],
    }
  }
  if (against.length === 0) return { ...about, outcome: 'first' }
  const chain = chainOf(withText(held, facts.revision, request.supersedes))
  if (!chain.some(({ id }) => id === facts.revision.id)) return { ...about, outcome: 'late' }
  const read = new Map<string, RevisionFacts>([[facts.revision.id, facts]])
  const needed = new Set([...against, ...chain].map(({ id }) => id))
  for (const one of held)
    if (needed.has(one.id) && !read.has(one.id))
      read.set(one.id, await factsUnder(store, one, knowledge, corrections))
  const readOf = (states: readonly RevisionState[]) => states.flatMap(({ id }) => read.get(id) ?? [])
  const standing = (states: readonly RevisionState[]): RevisionFacts => standingFacts(readOf(states)) ?? facts
  return {
    ...about,
    ...guarded,
    outcome: facts.revision.amends ? 'amendment' : 'newer',
    plan: [standing(against), standing(chain)],
    unmatchedWords: retiredIn(readOf(chain))
      .unmatched.filter(({ revision }) => revision === facts.revision.id)
      .map(({ words }) => words),
    isOldReading: against.some(({ properties }) => properties.rules !== knowledge.version),
  }
}

const extracted = async (
  store: GraphReader,
  { document, plan, corrections }: PreviewRequest,
  knowledge: Knowledge,
): Promise<Extraction> => {
  const read = extract(document, plan, knowledge, corrections)
  const { facts } = read
  if (corrections !== undefined) return read
  const kept = await heldCorrections(store, facts.plan.id, facts.revision.id)
  return kept.length === 0 ? read : extract(document, plan, knowledge, kept)
}

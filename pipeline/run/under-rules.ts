/** What a stored revision says under given rules and decisions: as the store has it, or read again from the kept text. */
import { factsAsOf } from '../../graph/compose.ts'
import type { RevisionFacts } from '../../graph/model.ts'
import { readFacts } from '../../graph/read-facts.ts'
import type { RevisionHeld } from '../../graph/revisions.ts'
import type { GraphReader } from '../../graph/store.ts'
import { extract } from '../extract.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Correction } from '../records.ts'
import { correctionsOf, sameCorrections } from './held-corrections.ts'
import { readStoredText } from './stored-text.ts'

/** Whether a revision was read by these rules with these decisions, so that reading it again would give the same. */
export const isReadSo = (
  held: RevisionHeld,
  knowledge: Knowledge,
  corrections: readonly Correction[],
): boolean => held.properties.rules === knowledge.version && sameCorrections(held, corrections)

/** Reads a stored revision's text again. Rejects where the text that is kept is not the one that was read. */
export const reread = async (
  store: GraphReader,
  held: RevisionHeld,
  knowledge: Knowledge,
  corrections: readonly Correction[],
): Promise<RevisionFacts> => {
  const { document, identity } = await readStoredText(store, held)
  if (document.textSha256 !== held.properties.textSha256)
    throw new Error(
      `Unexpected text of ${held.id} in the store, expected the one that was ingested: guitu verify says what is broken`,
    )
  const { facts } = extract(document, identity, knowledge, corrections)
  if (facts.revision.id !== held.id)
    throw new Error(
      `Unexpected revision ${facts.revision.id} from the text of ${held.id}, expected the same one`,
    )
  return facts
}

/** The revision's facts under these rules and decisions. */
export const factsUnder = async (
  store: GraphReader,
  held: RevisionHeld,
  knowledge: Knowledge,
  corrections: readonly Correction[],
): Promise<RevisionFacts> =>
  isReadSo(held, knowledge, corrections)
    ? readFacts(store, held.id)
    : reread(store, held, knowledge, corrections)

export type Comparable = {
  readonly pair: readonly [RevisionFacts, RevisionFacts]
  /** The rules by which each was read when it was stored, where these, or the decisions applied, are not the same. */
  readonly readBy?: readonly [string, string]
}

/**
 * Two stored revisions so that what differs between them is due to their texts: as they are stored where the same rules and
 * decisions read both, else both under today's rules with the decisions of the second. An amendment stands for its plan as it leaves it.
 */
export const comparable = async (
  store: GraphReader,
  [old, next]: readonly [RevisionHeld, RevisionHeld],
  knowledge: () => Promise<Knowledge>,
): Promise<Comparable> => {
  const corrections = correctionsOf(next)
  // Another plan has its own decisions.
  const ofOld = old.plan === next.plan ? corrections : correctionsOf(old)
  const [oldRules, nextRules] = [String(old.properties.rules), String(next.properties.rules)]
  if (oldRules === nextRules && sameCorrections(old, ofOld))
    return {
      pair: [
        await factsAsOf(store, old, ({ id }) => readFacts(store, id)),
        await factsAsOf(store, next, ({ id }) => readFacts(store, id)),
      ],
    }
  const today = await knowledge()
  return {
    pair: [
      await factsAsOf(store, old, (held) => factsUnder(store, held, today, ofOld)),
      await factsAsOf(store, next, (held) => factsUnder(store, held, today, corrections)),
    ],
    readBy: [oldRules, nextRules],
  }
}

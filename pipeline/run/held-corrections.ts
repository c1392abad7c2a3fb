/** What people decided about a plan before, as its revisions in the store keep it. */
import { type RevisionHeld, readRevisions } from '../../graph/revisions.ts'
import type { GraphReader } from '../../graph/store.ts'
import { inFixedOrder, readCorrections, writeCorrection } from '../facts/correct/say.ts'
import type { Correction } from '../records.ts'

/** The decisions that a revision was read with. */
export const correctionsOf = ({ properties }: Pick<RevisionHeld, 'properties'>): readonly Correction[] =>
  readCorrections((properties.corrections ?? []) as readonly string[])

/** The decisions that a text is to be read with where none lie beside it: its own if it is held, else those of the newest in force. */
export const heldCorrections = async (
  store: GraphReader,
  plan: string,
  revision: string,
): Promise<readonly Correction[]> => {
  const held = (await readRevisions(store)).filter((one) => one.plan === plan && one.status !== 'pending')
  const decisive = held.find(({ id }) => id === revision) ?? held.findLast(({ inForce }) => inForce)
  return decisive ? correctionsOf(decisive) : []
}

/** Whether a revision was read with these decisions, in whatever order they are given. */
export const sameCorrections = (
  { properties }: Pick<RevisionHeld, 'properties'>,
  given: readonly Correction[],
): boolean =>
  JSON.stringify(properties.corrections ?? []) === JSON.stringify(inFixedOrder(given).map(writeCorrection))

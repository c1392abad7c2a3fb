/** What is in force: commits and withdraws revisions, each in one transaction. */
import { type RevisionState, withCommitted, withWithdrawn } from './edition.ts'
import { readRevisions } from './held-revisions.ts'
import type { RecordDifference } from './record-difference.ts'
import { type Settlement, settle } from './settle.ts'
import type { GraphStore, Plain } from './store.ts'
import { conflict, unknownRevision } from './store-errors.ts'

export { type PlanStatus, type RevisionHeld, readRevisions, readStatus } from './held-revisions.ts'

/** Commits a pending revision, or changes a committed one's record, so that what is in force follows; says what was left to write. */
export const commitRevision = (
  store: GraphStore,
  settlement: Omit<Settlement, 'next'> & { readonly supersedes?: string },
): Promise<RecordDifference> =>
  store.transact((transaction) =>
    settle(transaction, {
      ...settlement,
      next: (states) => {
        const state = states.find(({ id }) => id === settlement.revision)
        if (!state) throw new Error(`Unexpected revision ${settlement.revision}, expected one in the store`)
        return withCommitted(
          states,
          {
            ...state,
            ...dated(settlement.props?.issuedAt),
            amends: settlement.props ? settlement.props.amends === true : state.amends === true,
          },
          settlement.supersedes,
        )
      },
    }),
  )

const dated = (issuedAt: Plain | undefined): Pick<RevisionState, 'issuedAt'> =>
  typeof issuedAt === 'string' ? { issuedAt } : {}

export type Withdrawal = 'withdrawn' | 'already withdrawn'

/** Withdraws a committed revision: its effects are undone, what it had retired is in force again, its record stays. */
export const withdraw = async (store: GraphStore, revision: string, why: string): Promise<Withdrawal> => {
  const held = (await readRevisions(store)).find(({ id }) => id === revision)
  if (!held) throw unknownRevision(revision, store.location)
  if (held.status === 'withdrawn') return 'already withdrawn'
  if (held.status === 'pending')
    throw conflict(
      `Revision ${revision} was never committed, so there is nothing to withdraw: ingest it again to finish it`,
    )
  const props = { withdrawnBecause: why }
  await store.transact((transaction) =>
    settle(transaction, {
      plan: held.plan,
      revision,
      props,
      next: (states) => withWithdrawn(states, revision),
    }),
  )
  await store.flush()
  return 'withdrawn'
}

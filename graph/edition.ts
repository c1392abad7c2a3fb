/** The order of a plan's revisions and what follows from it: ordinals, which one is in force, what supersedes what. Pure. */

import { contentId } from './content-id.ts'
import { groupBy } from './group-by.ts'
import { unknownRevision } from './store-errors.ts'

export type RevisionStatus = 'pending' | 'committed' | 'withdrawn'

export type RevisionState = {
  readonly id: string
  readonly status: RevisionStatus
  readonly inForce: boolean
  /** Place in the order of edition from 1, withdrawn ones included; a pending revision has none. */
  readonly ordinal?: number
  readonly issuedAt?: string
  /** It only amends the whole revision before it. */
  readonly amends?: boolean
}

/** The plan's revisions in order of edition; pending ones, which have no place yet, are left out. */
export const inOrder = <State extends RevisionState>(revisions: readonly State[]): readonly State[] =>
  revisions
    .filter(({ ordinal }) => ordinal !== undefined)
    .toSorted((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0))

/**
 * The revisions with `added` committed at its place: after the one it `supersedes` where that is said; else before the
 * first that was issued later; else last (a text without a date is taken to be newer than what was there).
 */
export const withCommitted = (
  revisions: readonly RevisionState[],
  added: RevisionState,
  supersedes?: string,
): readonly RevisionState[] => {
  const order = inOrder(revisions)
  const known = order.findIndex(({ id }) => id === added.id)
  const committed = { ...added, status: 'committed' as const }
  const keepsPlace = known >= 0 && supersedes === undefined && order[known]?.issuedAt === added.issuedAt
  if (keepsPlace) return settled(order.with(known, committed))
  const others = order.filter(({ id }) => id !== added.id)
  return settled(others.toSpliced(placeOf(others, added, supersedes), 0, committed))
}

/** The revisions as they would be once this text of theirs, held already or not, is committed. */
export const withText = (
  revisions: readonly RevisionState[],
  { id, issuedAt, amends = false }: Pick<RevisionState, 'id' | 'issuedAt' | 'amends'>,
  supersedes?: string,
): readonly RevisionState[] => {
  const known = revisions.find((state) => state.id === id)
  const added: RevisionState = {
    ...(known ?? { id, status: 'pending', inForce: false }),
    ...(issuedAt === undefined ? {} : { issuedAt }),
    amends,
  }
  return withCommitted(known ? revisions : [...revisions, added], added, supersedes)
}

const placeOf = (
  order: readonly RevisionState[],
  added: RevisionState,
  supersedes: string | undefined,
): number => {
  if (supersedes !== undefined) {
    const place = order.findIndex(({ id }) => id === supersedes)
    if (place < 0) throw unknownRevision(supersedes, 'this plan')
    return place + 1
  }
  const { issuedAt } = added
  const later = issuedAt
    ? order.findIndex((other) => other.issuedAt !== undefined && other.issuedAt > issuedAt)
    : -1
  return later < 0 ? order.length : later
}

/** The revisions with one withdrawn. */
export const withWithdrawn = (revisions: readonly RevisionState[], id: string): readonly RevisionState[] =>
  settled(inOrder(revisions).map((state) => (state.id === id ? { ...state, status: 'withdrawn' } : state)))

/**
 * The revisions that are in force together, in order: the newest committed one that is whole, and the amendments of it that
 * follow. Amendments without a whole revision before them amend nothing.
 */
export const chainOf = <State extends RevisionState>(revisions: readonly State[]): readonly State[] => {
  const committed = inOrder(revisions).filter(({ status }) => status === 'committed')
  const base = committed.findLastIndex(({ amends }) => !amends)
  return base < 0 ? [] : committed.slice(base)
}

const settled = (order: readonly RevisionState[]): readonly RevisionState[] => {
  const numbered = order.map((state, index) => ({ ...state, ordinal: index + 1 }))
  const chain = chainOf(numbered)
  return numbered.map((state) => ({ ...state, inForce: chain.includes(state) }))
}

export type Edge = { readonly id: string; readonly from: string; readonly to: string }

/** Committed whole revisions in order: each supersedes the one before it. An amendment supersedes nothing. */
export const supersedesChain = (revisions: readonly RevisionState[]): readonly Edge[] => {
  const chain = inOrder(revisions).filter(({ status, amends }) => status === 'committed' && !amends)
  return chain.slice(1).map(({ id }, index) => {
    const older = chain[index] as RevisionState
    return { id: contentId('SUPERSEDES', id, older.id), from: id, to: older.id }
  })
}

export type KeyedStatement = { readonly id: string; readonly key: string; readonly revision: string }

/**
 * Which statement revises which: the nearest older committed revision that has the key. Where a revision has a key
 * several times, they pair in order of id, and what is left over revises the last.
 */
export const revisesOf = (
  statements: readonly KeyedStatement[],
  revisions: readonly RevisionState[],
): readonly Edge[] => {
  const chain = inOrder(revisions).filter(({ status }) => status === 'committed')
  const byKey = groupBy(statements, ({ key }) => key)
  return [...byKey.values()].flatMap((group) => {
    const byRevision = groupBy(group, ({ revision }) => revision)
    const steps = chain.flatMap(({ id }) => {
      const own = byRevision.get(id)
      return own ? [own.map((statement) => statement.id).sort()] : []
    })
    return steps.slice(1).flatMap((newer, step) => {
      const older = steps[step] as readonly string[]
      return newer.map((from, index) => {
        const to = older[Math.min(index, older.length - 1)] as string
        return { id: contentId('REVISES', from, to), from, to }
      })
    })
  })
}

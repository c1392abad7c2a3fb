/** What is in force: commits and withdraws revisions, each in one transaction, and says what a store holds. */
import { statementOf } from '../queries/catalogue.ts'
import { canonical } from './content-id.ts'
import {
  type Edge,
  type KeyedStatement,
  type RevisionState,
  type RevisionStatus,
  revisesOf,
  supersedesChain,
  withCommitted,
  withWithdrawn,
} from './edition.ts'
import { merge } from './in-force.ts'
import type { Properties } from './model.ts'
import {
  projectEntities,
  projectLinks,
  projectTargets,
  readByIds,
  relationsOf,
  type Standing,
  setChanged,
} from './projection.ts'
import { type RecordDifference, writeDifference } from './record-difference.ts'
import { BATCH, type GraphReader, type GraphStore, type GraphWriter, type Plain } from './store.ts'
import { conflict, unknownRevision } from './store-errors.ts'

export type PlanStatus = {
  readonly id: string
  readonly title?: string
  readonly properties: Readonly<Record<string, Plain>>
  readonly revisions: readonly RevisionHeld[]
}

/** A revision as the store holds it, with what it says of its plan. */
export type RevisionHeld = RevisionState & {
  readonly plan: string
  readonly label: string
  readonly properties: Readonly<Record<string, Plain>>
  readonly describesPlan: Properties
}

type RevisionRow = { plan: string; described: Record<string, Plain>; revision: Record<string, Plain> }

/** Every revision in the store, pending and withdrawn ones too, by plan and in order of edition. */
export const readRevisions = async (store: GraphReader): Promise<readonly RevisionHeld[]> => {
  const rows = (await store.read(statementOf('record', 'revisions'))) as unknown as readonly RevisionRow[]
  return rows.map(({ plan, described: { id: _, ...describesPlan }, revision }) => ({
    id: String(revision.id),
    plan,
    label: String(revision.label ?? ''),
    status: revision.status as RevisionStatus,
    inForce: revision.inForce === true,
    ...(typeof revision.ordinal === 'number' ? { ordinal: revision.ordinal } : {}),
    ...(typeof revision.issuedAt === 'string' ? { issuedAt: revision.issuedAt } : {}),
    properties: revision,
    describesPlan: describesPlan as Properties,
  }))
}

/** The plans that a store holds, each with its revisions. */
export const readStatus = async (store: GraphReader): Promise<readonly PlanStatus[]> => {
  const revisions = await readRevisions(store)
  const plans = await store.read<{ plan: Record<string, Plain> }>(statementOf('record', 'plans'))
  return plans.map(({ plan }) => ({
    id: String(plan.id),
    ...(typeof plan.title === 'string' ? { title: plan.title } : {}),
    properties: plan,
    revisions: revisions.filter((revision) => revision.plan === plan.id),
  }))
}

export type Settlement = {
  readonly plan: string
  /** The revision whose standing or record changes. */
  readonly revision: string
  readonly next: (states: readonly RevisionState[]) => readonly RevisionState[]
  /** Changes to the revision's record that come in force together with the rest. */
  readonly difference?: RecordDifference
  /** Properties to props on the revision besides its standing. */
  readonly props?: Readonly<Record<string, Plain>>
}

/** Brings everything of one plan that depends on which revision is in force to its next state. In one transaction. */
const settle = async (transaction: GraphWriter, settlement: Settlement): Promise<void> => {
  const { plan, revision, difference } = settlement
  const held = (await readRevisions(transaction)).filter((state) => state.plan === plan)
  const old = held.find(({ inForce }) => inForce)?.id
  const describedBefore = await described(transaction, [old, revision])
  const before = await relationsOf(transaction, old)
  const keysBefore = await keysOf(transaction, revision)
  if (difference) await writeDifference(transaction, difference)
  const next = settlement.next(held)
  await setStates(transaction, settlement, next)
  const now = next.find(({ inForce }) => inForce)?.id
  await force(transaction, old, now, difference ? revision : undefined)
  const after = await relationsOf(transaction, now)
  await projectLinks(transaction, before, after)
  const standings = standingsOf(await readRevisions(transaction))
  const touched = merged(describedBefore, await described(transaction, [now, revision]))
  await projectEntities(transaction, touched.entities, standings)
  await projectTargets(transaction, touched.targets, standings, before, after)
  await linkRevisions(transaction, plan, next)
  await linkStatements(transaction, next, [...keysBefore, ...(await keysOf(transaction, revision))])
}

/** Commits a pending revision, or changes a committed one's record, so that what is in force follows. */
export const commitRevision = (
  store: GraphStore,
  settlement: Omit<Settlement, 'next'> & { readonly supersedes?: string },
): Promise<void> =>
  store.transact((transaction) =>
    settle(transaction, {
      ...settlement,
      next: (states) => {
        const state = states.find(({ id }) => id === settlement.revision)
        if (!state) throw new Error(`Unexpected revision ${settlement.revision}, expected one in the store`)
        return withCommitted(
          states,
          { ...state, ...dated(settlement.props?.issuedAt) },
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

const setStates = async (
  transaction: GraphWriter,
  { plan, revision, props = {} }: Settlement,
  next: readonly RevisionState[],
): Promise<void> => {
  const held = (await readRevisions(transaction)).filter((state) => state.plan === plan)
  const rows = next.flatMap(({ id, status, ordinal, inForce }) => {
    const now = held.find((state) => state.id === id)?.properties ?? {}
    const wanted = { status, ordinal: ordinal ?? null, inForce, ...(id === revision ? props : {}) }
    const isSame = Object.entries(wanted).every(([key, value]) => canonical(now[key]) === canonical(value))
    return isSame ? [] : [{ id, props: wanted }]
  })
  await transaction.write(statementOf('write', 'put-revision'), rows)
  const standings = standingsOf(
    held.map((state) => ({ ...state, ...next.find(({ id }) => id === state.id) })),
  )
  const descriptions = held.map(({ id, describesPlan }) => ({
    ...(standings.get(id) as Standing),
    properties: describesPlan,
  }))
  const plans = await transaction.read<{ plan: Record<string, Plain> }>(statementOf('record', 'plans'))
  const now = plans.find((row) => row.plan.id === plan)?.plan ?? {}
  await setChanged(transaction, 'put-plan', [{ id: plan, now, wanted: merge(descriptions).properties }])
}

const standingsOf = (revisions: readonly RevisionHeld[]): ReadonlyMap<string, Standing> =>
  new Map(
    revisions.map(({ id, plan, status, inForce, issuedAt = '', ordinal = 0 }) => [
      id,
      { revision: id, plan, status, inForce, issuedAt, ordinal },
    ]),
  )

const force = async (
  transaction: GraphWriter,
  old: string | undefined,
  now: string | undefined,
  changed: string | undefined,
): Promise<void> => {
  const retired = old !== undefined && old !== now ? [{ revision: old, inForce: false }] : []
  const revived =
    now !== undefined && (old !== now || changed === now) ? [{ revision: now, inForce: true }] : []
  for (const name of ['force-statement', 'force-commitment'])
    await transaction.write(statementOf('write', name), [...retired, ...revived])
}

type Touched = { readonly entities: readonly string[]; readonly targets: readonly string[] }

const described = async (
  store: GraphReader,
  revisions: readonly (string | undefined)[],
): Promise<Touched> => {
  const ids = { entities: new Set<string>(), targets: new Set<string>() }
  for (const revision of new Set(revisions)) {
    if (revision === undefined) continue
    const rows = await store.read<{ from: string; props: Record<string, Plain>; id: string; to: string }>(
      statementOf('record', 'descriptions'),
      { revision },
    )
    for (const { from, props } of rows) (props.label === 'Target' ? ids.targets : ids.entities).add(from)
  }
  return { entities: [...ids.entities], targets: [...ids.targets] }
}

const merged = (a: Touched, b: Touched): Touched => ({
  entities: [...new Set([...a.entities, ...b.entities])],
  targets: [...new Set([...a.targets, ...b.targets])],
})

const linkRevisions = async (
  transaction: GraphWriter,
  plan: string,
  states: readonly RevisionState[],
): Promise<void> => {
  const stored = await transaction.read<Edge>(statementOf('record', 'supersedes'), { plan })
  await replaceEdges(
    transaction,
    stored,
    supersedesChain(states),
    'unlink-revision',
    'link-revision-supersedes',
  )
}

const keysOf = async (store: GraphReader, revision: string): Promise<readonly string[]> => {
  const rows = await store.read<{ id: string; props: Record<string, Plain> }>(
    statementOf('record', 'statements'),
    { revision },
  )
  return rows.map(({ props }) => String(props.key))
}

const linkStatements = async (
  transaction: GraphWriter,
  states: readonly RevisionState[],
  keys: readonly string[],
): Promise<void> => {
  const revisions = states.map(({ id }) => id)
  if (revisions.length < 2) return
  const unique = [...new Set(keys)]
  const statements: KeyedStatement[] = []
  for (let at = 0; at < unique.length; at += BATCH)
    statements.push(
      ...(await transaction.read<KeyedStatement>(statementOf('record', 'statement-keys'), {
        revisions,
        keys: unique.slice(at, at + BATCH),
      })),
    )
  const stored = await readByIds<Edge>(
    transaction,
    'revises',
    statements.map(({ id }) => id),
  )
  await replaceEdges(
    transaction,
    stored,
    revisesOf(statements, states),
    'unlink-statement',
    'link-statement-revises',
  )
}

const replaceEdges = async (
  transaction: GraphWriter,
  stored: readonly Edge[],
  wanted: readonly Edge[],
  remove: string,
  put: string,
): Promise<void> => {
  const wantedIds = new Set(wanted.map(({ id }) => id))
  const storedIds = new Set(stored.map(({ id }) => id))
  const gone = stored.filter(({ id }) => !wantedIds.has(id)).map(({ id, from }) => ({ id, from }))
  await transaction.write(statementOf('write', remove), gone)
  const come = wanted
    .filter(({ id }) => !storedIds.has(id))
    .map(({ id, from, to }) => ({ id, from, to, props: {} }))
  await transaction.write(statementOf('write', put), come)
}

/** Brings what depends on which revision of a plan is in force to its next state, in the caller's transaction. */
import { statementOf } from '../queries/catalogue.ts'
import type { Retired } from './amend.ts'
import { retiredOf } from './amended.ts'
import { canonical } from './content-id.ts'
import { projectEntities, projectTargets, type Standing, setChanged } from './descriptions.ts'
import { chainOf, type RevisionState } from './edition.ts'
import { readRevisions, standingsOf } from './held-revisions.ts'
import { merge } from './in-force.ts'
import { linkRevisions, linkStatements } from './lineage.ts'
import { projectLinks, relationsOfAll } from './projection.ts'
import type { RevisionRecordRows } from './record.ts'
import { compareRecord, type RecordDifference, writeDifference } from './record-difference.ts'
import type { GraphReader, GraphWriter, Plain } from './store.ts'
import { linkPlans } from './succession.ts'

export type Settlement = {
  readonly plan: string
  /** The revision whose standing or record changes. */
  readonly revision: string
  readonly next: (states: readonly RevisionState[]) => readonly RevisionState[]
  /** The record that the revision must have; what the store lacks of it is written. Left out: the record stays. */
  readonly record?: RevisionRecordRows
  /** Properties to set on the revision besides its standing. */
  readonly props?: Readonly<Record<string, Plain>>
}

/** Does all of it, and says what of the record had to be written. Takes the store's turn first. */
export const settle = async (transaction: GraphWriter, settlement: Settlement): Promise<RecordDifference> => {
  const { plan, revision } = settlement
  await transaction.run(statementOf('write', 'take-turn'))
  const held = (await readRevisions(transaction)).filter((state) => state.plan === plan)
  const old = held.filter(({ inForce }) => inForce).map(({ id }) => id)
  const describedBefore = await described(transaction, [...old, revision])
  const before = (await relationsOfAll(transaction, old)).filter(({ inForce }) => inForce === true)
  const keysBefore = await keysOf(transaction, revision)
  const difference = await bringRecord(transaction, settlement)
  const next = settlement.next(held)
  await setStates(transaction, settlement, next)
  const now = chainOf(next).map(({ id }) => id)
  const retired = await retiredOf(transaction, now)
  await force(transaction, { old, now, isChanged: difference.put.length > 0, retired })
  const after = (await relationsOfAll(transaction, now)).filter(({ id }) => !retired.statements.has(id))
  await projectLinks(transaction, before, after)
  const standings = standingsOf(await readRevisions(transaction))
  const touched = merged(describedBefore, await described(transaction, [...now, revision]))
  await projectEntities(transaction, touched.entities, standings)
  await projectTargets(transaction, touched.targets, standings, before, after)
  await linkRevisions(transaction, plan, next)
  await linkPlans(transaction)
  await linkStatements(transaction, next, [...keysBefore, ...(await keysOf(transaction, revision))])
  return difference
}

/** Compared again inside the transaction: what comes in force is whole, whatever happened since it was written. */
const bringRecord = async (
  transaction: GraphWriter,
  { revision, record }: Settlement,
): Promise<RecordDifference> => {
  if (!record) return { put: [], remove: [], undescribed: [] }
  const difference = await compareRecord(transaction, revision, record)
  await writeDifference(transaction, difference)
  return difference
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
  // An amendment has a title of its own, which is not the plan's.
  const isWhole = ({ id }: { readonly id: string }) => !next.find((state) => state.id === id)?.amends
  const describing = held.some(isWhole) ? held.filter(isWhole) : held
  const descriptions = describing.map(({ id, describesPlan }) => ({
    ...(standings.get(id) as Standing),
    properties: describesPlan,
  }))
  const plans = await transaction.read<{ plan: Record<string, Plain> }>(statementOf('record', 'plans'))
  const now = plans.find((row) => row.plan.id === plan)?.plan ?? {}
  await setChanged(transaction, 'put-plan', [{ id: plan, now, wanted: merge(descriptions).properties }])
}

type Forcing = {
  /** The chains of revisions in force before and after. */
  readonly old: readonly string[]
  readonly now: readonly string[]
  readonly isChanged: boolean
  readonly retired: Retired
}

const force = async (transaction: GraphWriter, { old, now, isChanged, retired }: Forcing): Promise<void> => {
  const isAmended = old.length > 1 || now.length > 1
  const gone = old.filter((id) => !now.includes(id)).map((revision) => ({ revision, inForce: false }))
  const come = now
    .filter((id) => isAmended || isChanged || !old.includes(id))
    .map((revision) => ({ revision, inForce: true }))
  for (const name of ['force-statement', 'force-commitment'])
    await transaction.write(statementOf('write', name), [...gone, ...come])
  if (!isAmended) return
  const rows = (ids: ReadonlySet<string>) => [...ids].sort().map((id) => ({ id }))
  await transaction.write(statementOf('write', 'retire-statement'), rows(retired.statements))
  await transaction.write(statementOf('write', 'retire-commitment'), rows(retired.commitments))
  for (const revision of new Set([...old, ...now])) {
    const out = now.includes(revision) ? retired.entities.get(revision) : undefined
    await forceDescriptions(transaction, revision, out ?? new Set())
  }
}

/** A description of what an amendment took out of the plan does not count as one in force. */
const forceDescriptions = async (
  transaction: GraphWriter,
  revision: string,
  out: ReadonlySet<string>,
): Promise<void> => {
  const rows = await transaction.read<{ id: string; from: string; props: Record<string, Plain> }>(
    statementOf('record', 'descriptions'),
    { revision },
  )
  const change = (isOut: boolean) =>
    rows
      .filter(({ from, props }) => out.has(from) === isOut && (props.inForce === false) !== isOut)
      .map(({ id, from }) => ({ id, from }))
  await transaction.write(statementOf('write', 'retire-description'), change(true))
  await transaction.write(statementOf('write', 'revive-description'), change(false))
}

type Touched = { readonly entities: readonly string[]; readonly targets: readonly string[] }

const described = async (store: GraphReader, revisions: readonly string[]): Promise<Touched> => {
  const ids = { entities: new Set<string>(), targets: new Set<string>() }
  for (const revision of new Set(revisions)) {
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

const keysOf = async (store: GraphReader, revision: string): Promise<readonly string[]> => {
  const rows = await store.read<{ id: string; props: Record<string, Plain> }>(
    statementOf('record', 'statements'),
    { revision },
  )
  return rows.map(({ props }) => String(props.key))
}

/** Brings what depends on which revision of a plan is in force to its next state, in the caller's transaction. */
import { statementOf } from '../queries/catalogue.ts'
import { canonical } from './content-id.ts'
import { projectEntities, projectTargets, type Standing, setChanged } from './descriptions.ts'
import type { RevisionState } from './edition.ts'
import { readRevisions, standingsOf } from './held-revisions.ts'
import { merge } from './in-force.ts'
import { linkRevisions, linkStatements } from './lineage.ts'
import { projectLinks, relationsOf } from './projection.ts'
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
  const old = held.find(({ inForce }) => inForce)?.id
  const describedBefore = await described(transaction, [old, revision])
  const before = await relationsOf(transaction, old)
  const keysBefore = await keysOf(transaction, revision)
  const difference = await bringRecord(transaction, settlement)
  const next = settlement.next(held)
  await setStates(transaction, settlement, next)
  const now = next.find(({ inForce }) => inForce)?.id
  await force(transaction, old, now, difference.put.length > 0)
  const after = await relationsOf(transaction, now)
  await projectLinks(transaction, before, after)
  const standings = standingsOf(await readRevisions(transaction))
  const touched = merged(describedBefore, await described(transaction, [now, revision]))
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
  const descriptions = held.map(({ id, describesPlan }) => ({
    ...(standings.get(id) as Standing),
    properties: describesPlan,
  }))
  const plans = await transaction.read<{ plan: Record<string, Plain> }>(statementOf('record', 'plans'))
  const now = plans.find((row) => row.plan.id === plan)?.plan ?? {}
  await setChanged(transaction, 'put-plan', [{ id: plan, now, wanted: merge(descriptions).properties }])
}

const force = async (
  transaction: GraphWriter,
  old: string | undefined,
  now: string | undefined,
  isChanged: boolean,
): Promise<void> => {
  const retired = old !== undefined && old !== now ? [{ revision: old, inForce: false }] : []
  const revived = now !== undefined && (old !== now || isChanged) ? [{ revision: now, inForce: true }] : []
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

const keysOf = async (store: GraphReader, revision: string): Promise<readonly string[]> => {
  const rows = await store.read<{ id: string; props: Record<string, Plain> }>(
    statementOf('record', 'statements'),
    { revision },
  )
  return rows.map(({ props }) => String(props.key))
}

/** The plans and revisions that a store holds. Reads only. */

import { statementOf } from '../queries/catalogue.ts'
import type { Standing } from './descriptions.ts'
import { chainOf, type RevisionState, type RevisionStatus } from './edition.ts'
import { groupBy } from './group-by.ts'
import type { Properties } from './model.ts'
import type { GraphReader, Plain } from './store.ts'

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
    ...(revision.amends === true ? { amends: true } : {}),
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

/**
 * How much each revision's descriptions count, by the revision's id. An amendment counts as issued no earlier than what it amends:
 * one without a date would otherwise count less than the text that it changes.
 */
export const standingsOf = (revisions: readonly RevisionHeld[]): ReadonlyMap<string, Standing> => {
  const days = new Map(
    [...groupBy(revisions, ({ plan }) => plan).values()].flatMap((own) => {
      let day = ''
      return chainOf(own).map(({ id, issuedAt = '' }) => {
        if (issuedAt > day) day = issuedAt
        return [id, day] as const
      })
    }),
  )
  return new Map(
    revisions.map(({ id, plan, status, inForce, issuedAt = '', ordinal = 0 }) => [
      id,
      { revision: id, plan, status, inForce, issuedAt: days.get(id) ?? issuedAt, ordinal },
    ]),
  )
}

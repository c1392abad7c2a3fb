/** Which plan succeeds which: one jurisdiction, one family of title, the next period. */

import { statementOf } from '../queries/catalogue.ts'
import { contentId } from './content-id.ts'
import type { Edge } from './edition.ts'
import { groupBy } from './group-by.ts'
import { replaceEdges } from './lineage.ts'
import type { GraphReader, GraphWriter, Plain } from './store.ts'

type PlanNode = Readonly<Record<string, Plain>>

type Dated = { readonly id: string; readonly start: number; readonly end: number; readonly series: string }

const dated = (plan: PlanNode): readonly Dated[] => {
  const { id, jurisdiction, family, periodStart: start, periodEnd: end } = plan
  if (typeof start !== 'number' || typeof end !== 'number' || typeof family !== 'string') return []
  return [{ id: String(id), start, end, series: JSON.stringify([jurisdiction, family]) }]
}

/**
 * Each plan succeeds the plan of its jurisdiction and family whose period ended last before its own began; all of them where
 * several ended then. A function of the plans alone, whatever came first. Plans without a period succeed nothing.
 */
export const succeeds = (plans: readonly PlanNode[]): readonly Edge[] =>
  [...groupBy(plans.flatMap(dated), ({ series }) => series).values()].flatMap((series) =>
    series.flatMap(({ id, start }) => {
      const before = series.filter(({ end }) => end < start)
      const last = Math.max(...before.map(({ end }) => end))
      return before
        .filter(({ end }) => end === last)
        .map(({ id: older }) => ({ id: contentId('SUCCEEDS', id, older), from: id, to: older }))
    }),
  )

/** The links as they are stored. */
export const storedSuccession = (store: GraphReader): Promise<readonly Edge[]> =>
  store.read<Edge>(statementOf('record', 'succeeds'))

/** Brings the links between plans in line with the plans. */
export const linkPlans = async (transaction: GraphWriter): Promise<void> => {
  const plans = await transaction.read<{ plan: Record<string, Plain> }>(statementOf('record', 'plans'))
  await replaceEdges(
    transaction,
    await storedSuccession(transaction),
    succeeds(plans.map(({ plan }) => plan)),
    'unlink-plan',
    'link-plan-succeeds',
  )
}

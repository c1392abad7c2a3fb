/** `--as-of <revision|date>`: the same command on the graph as it was in force then. */
import type { Moment } from '../graph/as-of.ts'
import type { GraphStore } from '../graph/store.ts'
import type { Context } from './context.ts'
import { Failure } from './failure.ts'

/** The option as commands declare it. */
export const AS_OF = '--as-of <revision|date>'
export const AS_OF_HELP =
  '当时在效力中的内容：版本，或日期（2023、2023-06、2023-06-30） what was in force then: a revision or a day'

const DAY = /^(\d{4})(?:[-年/.](\d{1,2})(?:[-月/.](\d{1,2}))?)?[年月日]?$/

/** The last day that a date covers: 2023 → 2023-12-31, 2023年6月 → 2023-06-30. Undefined for what is no date of the calendar. */
export const lastDay = (text: string): string | undefined => {
  const [, year, month = '12', day] = DAY.exec(text) ?? []
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return undefined
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const last = day === undefined ? days : Number(day)
  return last < 1 || last > days
    ? undefined
    : `${year}-${month.padStart(2, '0')}-${String(last).padStart(2, '0')}`
}

/** Gives `work` the store as it is, or, with `asOf`, a graph of what was in force then; that one is gone afterwards. */
export const withStoreAsOf = <T>(
  context: Context,
  asOf: string | undefined,
  work: (store: GraphStore) => Promise<T>,
): Promise<T> =>
  context.withStore('read', async (store) => {
    if (asOf === undefined) return work(store)
    const past = await openPast(context, store, asOf)
    try {
      return await work(past)
    } finally {
      await past.close()
    }
  })

const openPast = async (context: Context, store: GraphStore, asOf: string): Promise<GraphStore> => {
  const { inForceAt, openAsOf } = await import('../graph/as-of.ts')
  const { readStatus } = await import('../graph/revisions.ts')
  const { revisionMeant, sayRevision } = await import('./which-revision.ts')
  const plans = await readStatus(store)
  const day = lastDay(asOf)
  const moment: Moment = day === undefined ? { revision: revisionMeant(plans, asOf) } : { day }
  refuseUncommitted(moment, sayRevision)
  const chains = inForceAt(plans, moment)
  if (chains.length === 0)
    throw new Failure(
      'unclear',
      `${asOf} 时还没有规划在效力中，现有版本如下。 Nothing was in force then; these revisions are there:`,
      plans.flatMap(({ revisions }) => revisions).map(sayRevision),
    )
  for (const revision of chains.flat())
    context.output.note(`当时在效力中 in force then: ${sayRevision({ ...revision, inForce: false })}`)
  return openAsOf(store, chains)
}

const refuseUncommitted = (moment: Moment, say: (revision: never) => string): void => {
  if (!('revision' in moment) || moment.revision.status === 'committed') return
  throw new Failure(
    'unclear',
    `这个版本从未生效或已撤回，没有“当时”：${say(moment.revision as never)}。它说过什么，可按 Statement.revision 用 guitu cypher 查。 This revision is pending or withdrawn.`,
  )
}

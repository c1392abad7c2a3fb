/** Ingests in this process: extract, then bring the store to what the text says, one text after the other. */
import type { GraphReader, GraphStore } from '../../graph/store.ts'
import type { Knowledge } from '../../pipeline/knowledge.ts'
import type { IngestSummary } from '../../pipeline/run/handlers.ts'
import type { JobRecord } from '../../pipeline/run/runner.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { type HeldPlan, type Prepared, refuseClash, requestOf } from './prepare.ts'
import { showProgress } from './progress.ts'
import { sayIngested } from './report.ts'

/** The plans that a store holds, by the ids that plan.json gives. */
export const heldPlans = async (store: GraphReader): Promise<readonly HeldPlan[]> => {
  const { readStatus } = await import('../../graph/revisions.ts')
  return (await readStatus(store)).map(({ id, properties, revisions }) => {
    // Of a plan whose first text was interrupted, that text says what plan it is.
    const said = properties.title === undefined ? revisions[0]?.describesPlan : properties
    return {
      id: id.replace(/^plan:/, ''),
      ...(typeof said?.title === 'string' ? { title: said.title } : {}),
      ...(typeof said?.jurisdiction === 'string' ? { jurisdiction: said.jurisdiction } : {}),
      ...(typeof said?.periodStart === 'number' ? { periodStart: said.periodStart } : {}),
      ...(typeof said?.periodEnd === 'number' ? { periodEnd: said.periodEnd } : {}),
    }
  })
}

const NEXT =
  '接着可以 next：guitu ask "哪些部门负责哪些任务" · guitu coverage（没有读懂的句子 what was not understood） · guitu verify（核对 check）'

const STOPPING =
  '收到中断：手头的文本写完就停；再按一次立即停止。 Stopping after the text in hand; once more stops at once.'

/** What was interrupted: a text that is being written is finished first, the rest is left out. */
const interrupted = (done: number): Failure =>
  new Failure(
    'interrupted',
    done === 0
      ? '已中断，图库保持原样；再次运行同一命令即可。 Interrupted; the store is as it was. Run it again to go on.'
      : `已中断；${done} 个文本已完整写入，其余未动；再次运行同一命令会接着读。 Interrupted after ${done} whole texts; run it again for the rest.`,
  )

/** The reader with its rules and tables: a fault in them is met before a store is opened or made. */
export const loadReader = async (): Promise<Knowledge> => {
  await import('../../pipeline/extract.ts')
  const { loadKnowledge } = await import('../../pipeline/knowledge.ts')
  return loadKnowledge()
}

/** `--supersedes` names a revision of the same plan that the store holds. */
const refuseUnknown = async (
  store: GraphReader,
  prepared: readonly Prepared[],
  supersedes: string | undefined,
): Promise<void> => {
  if (supersedes === undefined) return
  const { readRevisions } = await import('../../graph/revisions.ts')
  const held = (await readRevisions(store)).find(({ id }) => id === supersedes)
  const isOwn = prepared.every(({ identity }) => held?.plan === `plan:${identity.id}`)
  if (!held || !isOwn)
    throw new Failure(
      'input',
      `图库里这个规划没有版本 ${supersedes}，用 guitu status 查看。 No such revision of this plan; guitu status lists them.`,
    )
}

/** What a person says on the command line that is not left to be inferred. */
export type Orders = {
  readonly supersedes?: string | undefined
  /** The id of the plan is given by a flag: titles that differ are no clash. */
  readonly isPlanNamed?: boolean
  /** Goes on where much would go out of force. */
  readonly isSure?: boolean
}

export type Batch = Orders & {
  readonly prepared: readonly Prepared[]
  readonly knowledge: Knowledge
}

/** The texts with the plans that they belong to; rejects where that is unclear, or clashes with what the store holds. */
export const settleBatch = async (
  store: GraphReader,
  read: readonly Prepared[],
  { supersedes, isPlanNamed = false }: Orders,
): Promise<readonly Prepared[]> => {
  const { settlePlans } = await import('./which-plan.ts')
  const prepared = await settlePlans(store, read, supersedes)
  if (!isPlanNamed && supersedes === undefined) refuseClash(prepared, await heldPlans(store))
  await refuseUnknown(store, prepared, supersedes)
  return prepared
}

/** Ingests every text into an open store. Ctrl-C is heard between texts and before a text is written. */
export const ingestInto = async (
  context: Context,
  store: GraphStore,
  { prepared: read, knowledge, ...orders }: Batch,
): Promise<readonly IngestSummary[]> => {
  const { makeHandlers } = await import('../../pipeline/run/handlers.ts')
  const { openInProcessRunner } = await import('../../pipeline/run/in-process-runner.ts')
  const prepared = await settleBatch(store, read, orders)
  const handlers = makeHandlers({ withStore: (work) => work(store), knowledge })
  const runner = openInProcessRunner(handlers)
  const progress = showProgress(context.output, prepared.length)
  const sayStopping = () => context.output.note(STOPPING)
  context.signal.addEventListener('abort', sayStopping, { once: true })
  try {
    const ids = await runner.submit(prepared.map((one) => requestOf(one, orders)))
    const jobs = await runner.settle(ids, progress.tell, context.signal)
    return jobs.map(resultOf).map((result, index) => ({
      ...result,
      notes: [...(prepared[index]?.remarks ?? []), ...result.notes],
    }))
  } catch (error) {
    if (!context.signal.aborted) throw error
    const jobs = await runner.jobs()
    throw interrupted(jobs.filter(({ state }) => state === 'completed').length)
  } finally {
    context.signal.removeEventListener('abort', sayStopping)
    progress.done()
  }
}

const resultOf = ({ result, error, reason }: JobRecord): IngestSummary => {
  if (result) return result
  throw error ?? new Error(reason)
}

/** `guitu ingest` without a queue. */
export const ingestHere = async (
  context: Context,
  prepared: readonly Prepared[],
  orders: Orders,
): Promise<ExitName> => {
  const knowledge = await loadReader()
  const ingested = await context.withStore(
    'write',
    (store) => ingestInto(context, store, { prepared, knowledge, ...orders }),
    true,
  )
  sayIngested(context, prepared, ingested)
  if (context.signal.aborted) throw interrupted(ingested.length)
  context.output.note(NEXT)
  return 'done'
}

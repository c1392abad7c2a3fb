/** Ingests through the queue: hands the texts to the workers and shows what becomes of them. */
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { type Orders, settleBatch } from './here.ts'
import { type Prepared, requestOf } from './prepare.ts'
import { showProgress } from './progress.ts'
import { sayIngested } from './report.ts'

const NO_WORKER =
  '还没有 worker 在工作，任务会等待：另开终端运行 guitu worker --queue …。 No worker listens yet; start one.'

/** Which plan a text amends is asked of the store, unless it is said. */
const refuseUnsettled = (read: readonly Prepared[]): readonly Prepared[] => {
  const one = read.find(({ identity }) => identity.amends && identity.inferred.includes('id'))
  if (!one) return read
  throw new Failure(
    'unclear',
    `${one.file} 的题名像修订，请说明：--amends <规划编号>，或 --whole（是全文）。 Its title says that it amends a plan; name the plan by --amends, or say --whole.`,
  )
}

/** `guitu ingest --queue redis://…`: Ctrl-C ends the watching, the jobs go on. */
export const ingestByQueue = async (
  context: Context,
  queue: string,
  read: readonly Prepared[],
  orders: Orders,
): Promise<ExitName> => {
  // Of an embedded store the worker is the holder: only a server can be asked which plans are there.
  const prepared = context.store.includes('://')
    ? await context.withStore('read', (store) => settleBatch(store, read, orders))
    : refuseUnsettled(read)
  const { openQueueRunner } = await import('../../pipeline/run/queue-runner.ts')
  const runner = await openQueueRunner({ url: queue })
  const progress = showProgress(context.output, prepared.length)
  try {
    const ids = await runner.submit(prepared.map((one) => requestOf(one, orders)))
    if ((await runner.workers()) === 0) context.output.note(NO_WORKER)
    const jobs = await runner.settle(ids, progress.tell, context.signal)
    sayIngested(
      context,
      prepared,
      jobs.flatMap(({ result }) => result ?? []),
    )
    const failed = jobs.filter(({ state }) => state === 'failed')
    if (failed.length === 0) return 'done'
    throw new Failure(
      'queue',
      `${failed.length} 个任务失败，改正后 guitu status --retry 重试。 Jobs failed; mend the cause, then retry them.`,
      failed.map(({ file, reason = '' }) => `${file}: ${reason}`),
    )
  } catch (error) {
    if (!context.signal.aborted) throw error
    throw new Failure(
      'interrupted',
      '不再等待；已交给队列的任务继续进行，guitu status 可查看。 No longer waiting; the queued jobs go on.',
    )
  } finally {
    progress.done()
    await runner.close()
  }
}

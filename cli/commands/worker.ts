/** `guitu worker`: works on the queue's jobs until Ctrl-C. */
import { once } from 'node:events'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

const EVENTS = {
  active: '开始 begins',
  completed: '完成 done',
  failed: '失败 failed',
  error: '出错 error',
} as const

const run = async (context: Context, queue: string | undefined): Promise<ExitName> => {
  if (queue === undefined)
    throw new Failure('usage', '没有说明队列：--queue redis://… 或 GUITU_QUEUE。 No queue: give its address.')
  const { makeHandlers } = await import('../../pipeline/run/handlers.ts')
  const { loadReader } = await import('../ingest/here.ts')
  const { startWorker } = await import('../../pipeline/run/worker.ts')
  const knowledge = await loadReader()
  // The store is opened for each write, so that an embedded one is free between jobs; here it is tried once.
  await context.withStore('write', async () => undefined, true)
  const handlers = makeHandlers({
    withStore: (work) => context.withStore('write', work, true),
    knowledge,
  })
  const { note } = context.output
  const worker = await startWorker({
    url: queue,
    handlers,
    tell: ({ type, stage = '', file = '', reason = '' }) =>
      note([EVENTS[type], stage, file, reason].filter(Boolean).join(' ')),
  })
  note('worker 已开始，Ctrl-C 结束（手头的任务先做完） listening; Ctrl-C ends it after the job in hand')
  if (!context.signal.aborted) await once(context.signal, 'abort')
  await worker.close()
  note('worker 已结束 ended')
  return 'done'
}

export const addWorker: AddCommand = (program, act) => {
  program
    .command('worker')
    .description('处理队列中的任务，直到 Ctrl-C work on the jobs of the queue until Ctrl-C')
    .option('--queue <redis://…>', '队列地址（默认 GUITU_QUEUE） the queue')
    .action(act<[], { queue?: string }>((context, _none, { queue }) => run(context, queue ?? context.queue)))
}

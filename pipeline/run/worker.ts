/** Works on the queue's jobs until it is closed. Several workers may run, on one machine or on many. */
import type { Handlers, Stage } from './handlers.ts'
import { reasonOf } from './in-process-runner.ts'
import { isFinal, type RetryPolicy, WRITE_POLICY } from './policy.ts'
import {
  addJob,
  type JobQueue,
  neverAgain,
  openQueue,
  openWorker,
  PREFIX,
  putOff,
  type QueueJob,
} from './queue-driver.ts'
import { connectRedis, holding, type RedisConnection } from './redis.ts'
import { jobId } from './request.ts'

export type WorkerEvent = {
  readonly type: 'active' | 'completed' | 'failed' | 'error'
  readonly stage?: 'extract' | 'write'
  readonly file?: string
  readonly reason?: string
}

export type WorkerOptions = {
  /** redis://… */
  readonly url: string
  readonly handlers: Handlers
  readonly policy?: RetryPolicy
  /** Keys of another set of queues on the same Redis. */
  readonly prefix?: string
  readonly tell?: (event: WorkerEvent) => void
}

export type RunningWorker = {
  /** Lets what is being done come to its end, then lets go of the queue. */
  close(): Promise<void>
}

/** Milliseconds before a job whose plan another worker is writing is looked at again. */
const PLAN_BUSY_MS = 500

/** Starts working; rejects with a QueueError when Redis cannot be used. */
export const startWorker = async (options: WorkerOptions): Promise<RunningWorker> => {
  const { url, handlers, policy = WRITE_POLICY, prefix = PREFIX, tell = () => undefined } = options
  const connection = await connectRedis(url, 'worker')
  const writes = await openQueue('write', connection, prefix)
  const workers = [
    openWorker('extract', connection, prefix, (job) => extractJob(job, handlers, writes, policy)),
    openWorker('write', connection, prefix, (job, token) =>
      writeJob(job, token, { handlers, connection, prefix }),
    ),
  ]
  // While Redis is away every look at it fails; that is told once.
  let lastError = ''
  const tellError = (reason: string): void => {
    if (reason !== lastError) tell({ type: 'error', reason })
    lastError = reason
  }
  for (const worker of workers) {
    worker.on('ready', () => {
      lastError = ''
    })
    const stage = worker.name as 'extract' | 'write'
    worker.on('active', (job) => tell({ type: 'active', stage, file: job.data.file }))
    worker.on('completed', (job) => tell({ type: 'completed', stage, file: job.data.file }))
    worker.on('failed', (job, error) =>
      tell({ type: 'failed', stage, file: job?.data.file ?? '', reason: reasonOf(error) }),
    )
    worker.on('error', (error) => tellError(reasonOf(error)))
  }
  return {
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()))
      await writes.close()
      connection.disconnect()
    },
  }
}

const tellStage = (job: QueueJob): ((stage: Stage) => void) => {
  // What is shown lags behind at worst; the job's own fate does not depend on it.
  return (stage) => void job.updateProgress({ stage }).catch(() => undefined)
}

const extractJob = async (
  job: QueueJob,
  handlers: Handlers,
  writes: JobQueue,
  policy: RetryPolicy,
): Promise<void> => {
  try {
    await handlers.extract(job.data, tellStage(job))
  } catch (error) {
    throw neverAgain(error)
  }
  await addJob(writes, jobId(job.data), job.data, policy)
}

type WriteContext = {
  readonly handlers: Handlers
  readonly connection: RedisConnection
  readonly prefix: string
}

const writeJob = async (
  job: QueueJob,
  token: string | undefined,
  context: WriteContext,
): Promise<unknown> => {
  const { handlers, connection, prefix } = context
  try {
    const written = await holding(connection, `${prefix}-plan:${job.data.plan.id}`, () =>
      handlers.write(job.data, tellStage(job)),
    )
    if (written) return written.result
  } catch (error) {
    throw isFinal(error) ? neverAgain(error) : error
  }
  return putOff(job, token, PLAN_BUSY_MS)
}

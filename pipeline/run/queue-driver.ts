/** The one door to BullMQ: the queues, the workers, and the two ways in which a processor speaks to it. */
import { DelayedError, type Job, Queue, UnrecoverableError, Worker } from 'bullmq'
import type { RetryPolicy } from './policy.ts'
import type { RedisConnection } from './redis.ts'
import type { IngestRequest } from './request.ts'

export type QueueJob = Job<IngestRequest>
export type JobQueue = Queue<IngestRequest>

/** Extracting and writing fail for different reasons, so they are two queues. */
export type QueueName = 'extract' | 'write'

export const PREFIX = 'guitu'

/** Ended jobs are kept a week to be looked at; the newest thousand. */
const KEEP = { age: 7 * 24 * 3600, count: 1000 }

/** Plans written at the same time by all workers together: few, so that writers do not meet at hub nodes. */
const WRITERS = 4

export const openQueue = async (
  name: QueueName,
  connection: RedisConnection,
  prefix: string,
): Promise<JobQueue> => {
  const queue = new Queue<IngestRequest>(name, { connection, prefix })
  // A connection's error is told by the command that it makes fail; unheard, the event would end the process.
  queue.on('error', () => undefined)
  if (name === 'write') await queue.setGlobalConcurrency(WRITERS)
  return queue
}

/** Adds a job under its id; where one of that id is there, nothing happens. */
export const addJob = async (
  queue: JobQueue,
  id: string,
  request: IngestRequest,
  policy?: RetryPolicy,
): Promise<void> => {
  await queue.add('ingest', request, {
    jobId: id,
    removeOnComplete: KEEP,
    removeOnFail: KEEP,
    attempts: policy?.attempts ?? 1,
    ...(policy ? { backoff: { type: 'exponential', delay: policy.delay, jitter: policy.jitter } } : {}),
  })
}

export type Process = (job: QueueJob, token: string | undefined) => Promise<unknown>

/** Synchronous extraction of a long text holds the process; a job is taken for stalled only well after that. */
const LOCK_MS = 60_000

/** One job at a time: nodejieba is of the process, and so is the embedded store. */
export const openWorker = (
  name: QueueName,
  connection: RedisConnection,
  prefix: string,
  process: Process,
): Worker<IngestRequest> =>
  new Worker<IngestRequest>(name, process, {
    connection,
    prefix,
    concurrency: 1,
    lockDuration: LOCK_MS,
    maxStalledCount: 2,
  })

/** Another attempt is of no use: BullMQ makes none. */
export const neverAgain = (error: unknown): Error => {
  const final = new UnrecoverableError(error instanceof Error ? error.message : String(error))
  final.cause = error
  return final
}

/** Puts an active job back for `milliseconds`, without counting an attempt; never returns. */
export const putOff = async (
  job: QueueJob,
  token: string | undefined,
  milliseconds: number,
): Promise<never> => {
  await job.moveToDelayed(Date.now() + milliseconds, token)
  throw new DelayedError()
}

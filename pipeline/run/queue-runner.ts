/** Hands requests to the queue and watches what becomes of them there. */
import { setTimeout as wait } from 'node:timers/promises'
import type { IngestSummary } from './handlers.ts'
import { addJob, type JobQueue, openQueue, PREFIX, type QueueJob } from './queue-driver.ts'
import { connectRedis, sayLost } from './redis.ts'
import { type IngestRequest, jobId } from './request.ts'
import type { JobRecord, JobState, Runner } from './runner.ts'

export type QueueOptions = { readonly url: string; readonly prefix?: string }

/** Milliseconds between two looks at jobs that are waited for. */
const LOOK_MS = 300

type Queues = { readonly extract: JobQueue; readonly write: JobQueue }

/** A runner on Redis. Rejects with a QueueError when Redis cannot be used, and so does every method when it goes away. */
export const openQueueRunner = async ({ url, prefix = PREFIX }: QueueOptions): Promise<Runner> => {
  const connection = await connectRedis(url, 'client')
  const queues = {
    extract: await openQueue('extract', connection, prefix),
    write: await openQueue('write', connection, prefix),
  }
  const safely = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work()
    } catch (error) {
      throw sayLost(error, url)
    }
  }
  return {
    submit: (requests) => safely(() => inTurn(requests, (request) => submit(queues, request))),
    settle: (ids, tell, signal) => safely(() => settle(queues, ids, tell, signal)),
    jobs: () => safely(() => allJobs(queues)),
    retry: (ids) => safely(() => retry(queues, ids)),
    workers: () => safely(() => queues.write.getWorkersCount()),
    close: async () => {
      await Promise.all([queues.extract.close(), queues.write.close()])
      connection.disconnect()
    },
  }
}

const inTurn = async <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return results
}

/** The queue is never the truth: what ended there runs anew, and finds in the store whether anything is left to do. */
const submit = async (queues: Queues, request: IngestRequest): Promise<string> => {
  const id = jobId(request)
  const jobs = [await queues.extract.getJob(id), await queues.write.getJob(id)].filter(
    (job) => job !== undefined,
  )
  const states = await Promise.all(jobs.map((job) => stateOf(job)))
  if (states.some((state) => state !== 'completed' && state !== 'failed')) return id
  for (const job of jobs) await job.remove()
  await addJob(queues.extract, id, request)
  return id
}

const stateOf = async (job: QueueJob): Promise<JobState> => {
  const state = await job.getState()
  if (state === 'completed' || state === 'failed' || state === 'active' || state === 'delayed') return state
  return 'waiting'
}

type Seen = { readonly job: QueueJob; readonly state: JobState }

/** A job with its state. What it ended with comes in the same step as the state, so an ended one is read again. */
const see = async (queue: Queues['write'], id: string): Promise<Seen | undefined> => {
  const job = await queue.getJob(id)
  if (!job) return undefined
  const state = await stateOf(job)
  const isEnded = state === 'completed' || state === 'failed'
  return { job: (isEnded && (await queue.getJob(id))) || job, state }
}

const look = async (queues: Queues, id: string): Promise<JobRecord | undefined> => {
  const write = await see(queues.write, id)
  if (write) return recordOf(write.job, write.state, 'write')
  const extract = await see(queues.extract, id)
  if (!extract) return undefined
  // Extracted, and the write about to be added or just taken away to run anew.
  return recordOf(extract.job, extract.state === 'completed' ? 'waiting' : extract.state, 'extract')
}

const recordOf = (job: QueueJob, state: JobState, stage: string): JobRecord => {
  const { stage: reported } = (typeof job.progress === 'object' ? job.progress : {}) as { stage?: string }
  const waitsAgain = state === 'delayed' || state === 'failed'
  return {
    id: job.id ?? '',
    file: job.data.file,
    plan: job.data.plan.id,
    title: job.data.plan.title,
    state,
    stage: reported ?? stage,
    attempts: job.attemptsMade,
    ...(waitsAgain && job.failedReason ? { reason: job.failedReason.split('\n')[0] ?? '' } : {}),
    ...(state === 'completed' ? { result: job.returnvalue as IngestSummary } : {}),
  }
}

const settle = async (
  queues: Queues,
  ids: readonly string[],
  tell: ((job: JobRecord) => void) | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly JobRecord[]> => {
  const ended = new Map<string, JobRecord>()
  const told = new Map<string, string>()
  while (ids.some((id) => !ended.has(id))) {
    for (const id of ids.filter((id) => !ended.has(id))) {
      const job = await look(queues, id)
      if (!job)
        throw new Error(`Unexpected loss of job ${id}, expected it in the queue: ingest the text again`)
      const sign = `${job.state} ${job.stage} ${job.attempts}`
      if (told.get(id) !== sign) tell?.(job)
      told.set(id, sign)
      if (job.state === 'completed' || job.state === 'failed') ended.set(id, job)
    }
    if (ids.some((id) => !ended.has(id))) await wait(LOOK_MS, undefined, signal ? { signal } : {})
  }
  return ids.map((id) => ended.get(id) as JobRecord)
}

const STATES = ['active', 'waiting', 'prioritized', 'delayed', 'completed', 'failed'] as const

const allJobs = async (queues: Queues): Promise<readonly JobRecord[]> => {
  const [extracts, writes] = await Promise.all([
    queues.extract.getJobs([...STATES]),
    queues.write.getJobs([...STATES]),
  ])
  const newest = [...extracts, ...writes]
    .filter((job) => job !== undefined)
    .sort((a, b) => b.timestamp - a.timestamp)
  const ids = [...new Set(newest.map((job) => job.id ?? ''))]
  const records = await inTurn(ids, (id) => look(queues, id))
  return records.filter((record) => record !== undefined)
}

const retry = async (queues: Queues, ids: readonly string[] | undefined): Promise<readonly string[]> => {
  const jobs = [...(await queues.extract.getFailed()), ...(await queues.write.getFailed())]
  const chosen = jobs.filter((job) => !ids || ids.includes(job.id ?? ''))
  for (const job of chosen) await job.retry('failed', { resetAttemptsMade: true })
  return chosen.map((job) => job.id ?? '')
}

/** Carries requests out in this process, one after the other. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Handlers, Stage } from './handlers.ts'
import { delayAfter, isFinal, type RetryPolicy, WRITE_POLICY } from './policy.ts'
import { type IngestRequest, jobId } from './request.ts'
import type { JobRecord, Runner } from './runner.ts'

type Job = { readonly request: IngestRequest; record: JobRecord }

/** A runner whose jobs live as long as it does; they run while someone waits for them in `settle`. */
export const openInProcessRunner = (handlers: Handlers, policy: RetryPolicy = WRITE_POLICY): Runner => {
  const known = new Map<string, Job>()
  const jobsOf = (ids: readonly string[]): readonly Job[] =>
    ids.map((id) => {
      const job = known.get(id)
      if (!job) throw new Error(`Unexpected job ${id}, expected one that was submitted here`)
      return job
    })
  return {
    submit: async (requests) =>
      requests.map((request) => {
        const id = jobId(request)
        const state = known.get(id)?.record.state
        if (state !== 'waiting' && state !== 'active' && state !== 'delayed')
          known.set(id, { request, record: waiting(id, request) })
        return id
      }),
    settle: async (ids, tell, signal) => {
      for (const job of jobsOf(ids))
        if (job.record.state === 'waiting') await carryOut(job, { handlers, policy, tell, signal })
      return jobsOf(ids).map(({ record }) => record)
    },
    jobs: async () => [...known.values()].map(({ record }) => record).reverse(),
    retry: async (ids = [...known.keys()]) => {
      const failed = jobsOf(ids).filter(({ record }) => record.state === 'failed')
      for (const job of failed) job.record = waiting(job.record.id, job.request)
      return failed.map(({ record }) => record.id)
    },
    workers: async () => 1,
    close: async () => known.clear(),
  }
}

const waiting = (id: string, { file, plan }: IngestRequest): JobRecord => ({
  id,
  file,
  plan: plan.id,
  title: plan.title,
  state: 'waiting',
  attempts: 0,
})

type Work = {
  readonly handlers: Handlers
  readonly policy: RetryPolicy
  readonly tell: ((job: JobRecord) => void) | undefined
  readonly signal: AbortSignal | undefined
}

const carryOut = async (job: Job, { handlers, policy, tell, signal }: Work): Promise<void> => {
  const change = (to: Partial<JobRecord>): void => {
    job.record = { ...job.record, ...to }
    tell?.(job.record)
  }
  const at = (stage: Stage): void => change({ state: 'active', stage })
  signal?.throwIfAborted()
  change({ state: 'active', stage: 'extract', attempts: 1 })
  try {
    // Lets the caller show the stage before a synchronous extraction holds the process.
    await wait(0)
    await handlers.extract(job.request, at)
    const result = await tryToWrite(job, { handlers, policy, signal }, change, at)
    change({ state: 'completed', stage: 'commit', result })
  } catch (error) {
    if (signal?.aborted) {
      job.record = waiting(job.record.id, job.request)
      throw error
    }
    change({ state: 'failed', reason: reasonOf(error), error })
  }
}

const tryToWrite = async (
  job: Job,
  { handlers, policy, signal }: Omit<Work, 'tell'>,
  change: (to: Partial<JobRecord>) => void,
  at: (stage: Stage) => void,
): ReturnType<Handlers['write']> => {
  for (let attempts = 1; ; attempts++) {
    await wait(0)
    signal?.throwIfAborted()
    change({ state: 'active', stage: 'write', attempts })
    try {
      return await handlers.write(job.request, at)
    } catch (error) {
      if (attempts >= policy.attempts || isFinal(error)) throw error
      change({ state: 'delayed', reason: reasonOf(error) })
      await wait(delayAfter(attempts, policy, Math.random()), undefined, signal ? { signal } : {})
    }
  }
}

/** An error as one line. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

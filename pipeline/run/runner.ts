/** The contract of a runner: whoever carries requests out, in this process or through a queue, they come to the same. */
import type { IngestSummary } from './handlers.ts'
import type { IngestRequest } from './request.ts'

export type JobState = 'waiting' | 'delayed' | 'active' | 'completed' | 'failed'

export type JobRecord = {
  readonly id: string
  readonly file: string
  readonly plan: string
  readonly title: string
  readonly state: JobState
  /** Where it is, or where it failed: extract, compare, write, commit. */
  readonly stage?: string
  /** Attempts made at the stage it is in. */
  readonly attempts: number
  /** Why it failed, or why it waits for another attempt: one line. */
  readonly reason?: string
  readonly result?: IngestSummary
  /** What was thrown, where that happened in this process. */
  readonly error?: unknown
}

export type Runner = {
  /** Takes requests on and gives their ids, in order. One that waits or runs already is not taken twice; one that ended runs anew. */
  submit(requests: readonly IngestRequest[]): Promise<readonly string[]>
  /**
   * Waits until every one of these has completed or failed, telling each change; gives them in order. Rejects when `signal` aborts:
   * in process what has not begun is given up, in a queue it stays and goes on without the one who waits.
   */
  settle(
    ids: readonly string[],
    tell?: (job: JobRecord) => void,
    signal?: AbortSignal,
  ): Promise<readonly JobRecord[]>
  /** Every job that is known, failed ones with their reasons; newest first. */
  jobs(): Promise<readonly JobRecord[]>
  /** Sets failed jobs to work again, all or these; gives the ids of those that were. */
  retry(ids?: readonly string[]): Promise<readonly string[]>
  /** How many workers listen; without any, submitted jobs wait. */
  workers(): Promise<number>
  close(): Promise<void>
}

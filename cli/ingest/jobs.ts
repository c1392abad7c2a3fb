/** Lists the jobs of the queue and sets failed ones to work again. */
import type { JobRecord } from '../../pipeline/run/runner.ts'
import { labelled } from '../labels.ts'
import { drawTable } from '../table.ts'

export type QueueReport = {
  readonly workers: number
  readonly jobs: readonly Omit<JobRecord, 'error'>[]
  /** Ids of the jobs that were set to work again. */
  readonly retried: readonly string[]
}

/** With `retry`, failed jobs (all, or those named) are set to work again before the list is made. */
export const readQueue = async (url: string, retry?: readonly string[] | true): Promise<QueueReport> => {
  const { openQueueRunner } = await import('../../pipeline/run/queue-runner.ts')
  const runner = await openQueueRunner({ url })
  try {
    const retried = retry === undefined ? [] : await runner.retry(retry === true ? undefined : retry)
    return { workers: await runner.workers(), jobs: await runner.jobs(), retried }
  } finally {
    await runner.close()
  }
}

const HEAD = ['任务 job', '文件 file', '状态 state', '步骤 stage', '次数 attempts', '原因 reason']

export const drawQueue = ({ workers, jobs, retried }: QueueReport, room: number): string => {
  const head = `worker ${workers} · 任务 jobs ${jobs.length} · 重试 retried ${retried.length}`
  if (jobs.length === 0) return head
  const rows = jobs.map(({ id, file, state, stage = '', attempts, reason = '' }) => [
    id,
    file,
    labelled('state', state),
    stage,
    String(attempts),
    reason,
  ])
  return `${head}\n${drawTable([HEAD, ...rows], room)}`
}

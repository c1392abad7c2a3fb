/** Shows how far an ingest is: a bar on a terminal, lines elsewhere, nothing with --json. */
import cliProgress from 'cli-progress'
import type { JobRecord } from '../../pipeline/run/runner.ts'
import type { Output } from '../output.ts'

const STAGES: Readonly<Record<string, string>> = {
  extract: '抽取 extracting',
  compare: '比对 comparing',
  write: '写入 writing',
  commit: '生效 committing',
}
const ORDER = Object.keys(STAGES)

const STATES: Readonly<Partial<Record<JobRecord['state'], string>>> = {
  waiting: '等待 waiting',
  delayed: '稍后再试 waiting to try again',
  completed: '完成 done',
  failed: '失败 failed',
}

export type Progress = {
  /** Takes note of a job's change. */
  tell(job: JobRecord): void
  done(): void
}

const words = ({ state, stage = '', reason }: JobRecord): string => {
  const what = state === 'active' ? (STAGES[stage] ?? stage) : (STATES[state] ?? state)
  return reason === undefined ? what : `${what} (${reason})`
}

/** A line a step forward; a stage that is announced again says nothing new. */
const asLines = (output: Output): Progress => {
  const reached = new Map<string, number>()
  return {
    tell: (job) => {
      const step = stepsOf(job)
      const isNews = job.state !== 'active' || step > (reached.get(job.id) ?? -1)
      if (isNews) output.note(`${words(job)} ${job.file}`)
      reached.set(job.id, Math.max(step, reached.get(job.id) ?? -1))
    },
    done: () => undefined,
  }
}

/** Steps made: a stage is one step, an ended job has made all of its own. */
const stepsOf = ({ state, stage = '' }: JobRecord): number =>
  state === 'completed' || state === 'failed' ? ORDER.length : Math.max(0, ORDER.indexOf(stage))

/** Of `total` texts. */
export const showProgress = (output: Output, total: number): Progress => {
  if (!process.stderr.isTTY || output.isQuiet) return asLines(output)
  const steps = new Map<string, number>()
  const bar = new cliProgress.SingleBar({
    format: '{bar} {percentage}% {words} {file}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  bar.start(total * ORDER.length, 0, { words: '', file: '' })
  return {
    tell: (job) => {
      steps.set(job.id, stepsOf(job))
      const made = [...steps.values()].reduce((a, b) => a + b, 0)
      bar.update(made, { words: words(job), file: job.file })
    },
    done: () => bar.stop(),
  }
}

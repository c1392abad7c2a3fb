/** Shows how far an ingest is: a bar on a terminal, lines elsewhere, nothing with --json. */
import cliProgress from 'cli-progress'
import type { Output } from '../output.ts'

const STAGES = [
  '读取 reading',
  '抽取 extracting',
  '比对 comparing',
  '写入 writing',
  '生效 committing',
] as const
export type Stage = 'read' | 'extract' | 'compare' | 'write' | 'commit'
const ORDER: readonly Stage[] = ['read', 'extract', 'compare', 'write', 'commit']

export type Progress = {
  /** Says which stage of which of the texts has begun; resolves once it is on screen. */
  at(index: number, stage: Stage, file: string): Promise<void>
  done(): void
}

/** Lets the terminal draw and Ctrl-C be heard before work that does not yield. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const showProgress = (output: Output, total: number): Progress => {
  if (!process.stderr.isTTY || output.isQuiet)
    return {
      at: async (_index, stage, file) => {
        output.note(`${STAGES[ORDER.indexOf(stage)]} ${file}`)
        await breathe()
      },
      done: () => undefined,
    }
  const bar = new cliProgress.SingleBar({
    format: '{bar} {percentage}% {stage} {file}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  bar.start(total * ORDER.length, 0, { stage: '', file: '' })
  return {
    at: async (index, stage, file) => {
      const step = ORDER.indexOf(stage)
      bar.update(index * ORDER.length + step, { stage: STAGES[step], file })
      await breathe()
    },
    done: () => bar.stop(),
  }
}

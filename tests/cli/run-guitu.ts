/** Runs the real command line in a process of its own. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const GUITU = join(import.meta.dirname, '..', '..', 'cli', 'guitu.mjs')

export type Finished = {
  /** The exit code, or null where a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export type Settings = {
  readonly cwd?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Called with the process once it is spawned. */
  readonly began?: (interrupt: () => void) => void
}

/** Nothing of the surrounding environment's GUITU_… reaches the process. */
const cleanEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GUITU_')))

export const runGuitu = (words: readonly string[], settings: Settings = {}): Promise<Finished> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [GUITU, ...words], {
      cwd: settings.cwd,
      env: { ...cleanEnvironment(), ...settings.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
    settings.began?.(() => child.kill('SIGINT'))
  })

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
  /** Another copy of the launcher. */
  readonly program?: string
  readonly cwd?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Called when the process first says something, with what interrupts it as Ctrl-C does. */
  readonly beganToWrite?: (interrupt: () => void) => void
  /** Called with every piece of stderr, and with what interrupts the process as Ctrl-C does. */
  readonly heard?: (said: string, interrupt: () => void) => void
}

/** Nothing of the surrounding environment's GUITU_… reaches the process. */
const cleanEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GUITU_')))

export const runGuitu = (words: readonly string[], settings: Settings = {}): Promise<Finished> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [settings.program ?? GUITU, ...words], {
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
      settings.heard?.(chunk, () => child.kill('SIGINT'))
    })
    child.stderr.once('data', () => settings.beganToWrite?.(() => child.kill('SIGINT')))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })

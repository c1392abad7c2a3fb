/** What every command is given: where the store is, how to speak, when to stop. The only reader of the environment. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { GraphStore, StoreMode } from '../graph/store.ts'
import { type Output, openOutput } from './output.ts'

/** The project's own folder: the embedded store and the corpus lie in it. */
export const ROOT = join(import.meta.dirname, '..')

export type GlobalOptions = { readonly store?: string; readonly json?: boolean; readonly full?: boolean }

export type Context = {
  /** A folder, or an address of Neo4j. */
  readonly store: string
  readonly queue: string | undefined
  readonly json: boolean
  /** Tables show long quotes whole. */
  readonly full: boolean
  readonly output: Output
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  /** Opens the store, gives it to `work`, and closes it whatever happens. */
  withStore<T>(mode: StoreMode, work: (store: GraphStore) => Promise<T>, create?: boolean): Promise<T>
}

const loadEnvironment = (): NodeJS.ProcessEnv => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

/** Options win over the environment, the environment over the store in the checkout. */
export const openContext = (options: GlobalOptions, signal: AbortSignal): Context => {
  const environment = loadEnvironment()
  const store = options.store ?? environment.GUITU_STORE ?? join(ROOT, '.guitu')
  const user = environment.GUITU_NEO4J_USER
  const password = environment.GUITU_NEO4J_PASSWORD
  return {
    store,
    queue: environment.GUITU_QUEUE,
    json: options.json ?? false,
    full: options.full ?? false,
    output: openOutput(options.json ?? false),
    signal,
    withStore: async (mode, work, create = false) => {
      const { openStore } = await import('../graph/open-store.ts')
      const open = await openStore(store, {
        mode,
        create,
        ...(user === undefined ? {} : { user }),
        ...(password === undefined ? {} : { password }),
      })
      if (mode === 'read') return readOrStop(open, work, signal)
      try {
        return await work(open)
      } finally {
        await open.close()
      }
    },
  }
}

/** Reading ends at once on Ctrl-C: a statement in the engine cannot be called back, so the process goes without it. */
const readOrStop = async <T>(
  open: GraphStore,
  work: (store: GraphStore) => Promise<T>,
  signal: AbortSignal,
): Promise<T> => {
  const stopped = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    return await Promise.race([work(open), stopped])
  } finally {
    if (!signal.aborted) await open.close()
  }
}

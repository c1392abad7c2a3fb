/** When to try again. Extracting is deterministic, so it is never tried twice; writing meets networks and locks. */

export type RetryPolicy = {
  readonly attempts: number
  /** Milliseconds before the second attempt; doubled before each further one. */
  readonly delay: number
  /** The share of each delay that is left to chance, so that writers do not meet again. */
  readonly jitter: number
}

export const WRITE_POLICY: RetryPolicy = { attempts: 6, delay: 500, jitter: 0.5 }

/** Milliseconds before the attempt after `made` attempts; `random` is from 0 up to 1. */
export const delayAfter = (made: number, { delay, jitter }: RetryPolicy, random: number): number => {
  const full = delay * 2 ** (made - 1)
  return Math.round(full * (1 - jitter) + full * jitter * random)
}

/** Kinds of StoreError that another attempt meets again. */
const FINAL = new Set([
  'not-a-store',
  'no-store',
  'schema-version',
  'wrong-password',
  'constraint',
  'cypher',
  'read-only',
  'parameter',
])

/** Whether trying a write again is of no use: a StoreError of a lasting kind, or facts that are not sound. */
export const isFinal = (error: unknown): boolean => {
  if (!(error instanceof Error)) return true
  if (error.name === 'StoreError') return FINAL.has(String((error as { kind?: unknown }).kind))
  return ['FactsError', 'GuardError', 'DocumentError', 'KnowledgeError', 'RequestError'].includes(error.name)
}

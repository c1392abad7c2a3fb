/** What was in force at an earlier time: which revisions, and a graph of them alone, made from what the store holds. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chainOf } from './edition.ts'
import { openStore } from './open-store.ts'
import { readFacts } from './read-facts.ts'
import type { PlanStatus, RevisionHeld } from './revisions.ts'
import type { GraphReader, GraphStore } from './store.ts'
import { ingestFacts } from './write.ts'

/** A day, as YYYY-MM-DD, or a revision that the store holds. */
export type Moment = { readonly day: string } | { readonly revision: RevisionHeld }

/** The day from which a revision counts: that of its issue where it is known, else that of its ingest (UTC). */
export const dayOf = ({ issuedAt, properties }: RevisionHeld): string =>
  issuedAt ?? String(properties.ingestedAt ?? '').slice(0, 10)

/**
 * The revisions that were in force then, each plan's in order of edition: of those issued by that day, what the newest
 * makes of the plan. A named revision decides for its own plan, and its day for all others. Withdrawn ones never count.
 */
export const inForceAt = (
  plans: readonly PlanStatus[],
  moment: Moment,
): readonly (readonly RevisionHeld[])[] => {
  const named = 'revision' in moment ? moment.revision : undefined
  const day = 'day' in moment ? moment.day : dayOf(moment.revision)
  return plans.flatMap(({ revisions }) => {
    const isOwn = named !== undefined && revisions.some(({ id }) => id === named.id)
    const until = isOwn
      ? revisions.filter(({ ordinal = 0 }) => ordinal <= (named.ordinal ?? 0))
      : revisions.filter((revision) => dayOf(revision) <= day)
    const chain = chainOf(until)
    return chain.length === 0 ? [] : [chain]
  })
}

/** Opens a store of its own that holds these revisions alone, all in force; closing it removes it. The first store is only read. */
export const openAsOf = async (
  store: GraphReader,
  chains: readonly (readonly RevisionHeld[])[],
): Promise<GraphStore> => ({ ...(await openCopy(store, chains)), mode: 'read' })

/** Opens a store of its own with a copy of these revisions, each plan's in order of edition; closing it removes it. The first store is only read. */
export const openCopy = async (
  store: GraphReader,
  chains: readonly (readonly RevisionHeld[])[],
): Promise<GraphStore> => {
  const copy = await openScratch()
  try {
    for (const chain of chains) await copyChain(store, copy, chain)
    return copy
  } catch (cause) {
    await copy.close()
    throw cause
  }
}

/** Opens an empty embedded store of its own; closing it removes it. */
export const openScratch = async (): Promise<GraphStore> => {
  const folder = await mkdtemp(join(tmpdir(), 'guitu-copy-'))
  const scratch = await openStore(join(folder, 'store'), { mode: 'write' })
  // Also where the process is cut short before it closes the store.
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const close = async (): Promise<void> => {
    await scratch.close()
    process.removeListener('exit', remove)
    remove()
  }
  return { ...scratch, close }
}

const copyChain = async (
  store: GraphReader,
  past: GraphStore,
  chain: readonly RevisionHeld[],
): Promise<void> => {
  let before: string | undefined
  for (const { id, properties } of chain) {
    await ingestFacts(past, await readFacts(store, id), {
      clock: () => new Date(String(properties.ingestedAt)),
      digest: String(properties.facts),
      ...(before === undefined ? {} : { supersedes: before }),
    })
    before = id
  }
}

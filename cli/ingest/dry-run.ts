/** `guitu ingest --dry-run`: what each text would add, change and drop, and whether ingest would stop; the store is only read. */
import type { Change } from '../../graph/diff/change.ts'
import type { GraphReader, GraphStore } from '../../graph/store.ts'
import type { Knowledge } from '../../pipeline/knowledge.ts'
import type { Preview } from '../../pipeline/run/preview.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { jsonOf } from './dry-run/json.ts'
import { drawPreview } from './dry-run/report.ts'
import { loadReader, type Orders, settleBatch } from './here.ts'
import { inferredNotes, type Prepared } from './prepare.ts'

export type Previewed = Preview & {
  readonly file: string
  readonly notes: readonly string[]
  /** What would change in the plan's own terms; empty for a first text. */
  readonly changes: readonly Change[]
}

const isNoStore = (error: unknown): boolean =>
  error instanceof Error && (error as { kind?: unknown }).kind === 'no-store'

/** Where there is no store yet, the texts are the first ones. */
const withWhatIsThere = async <T>(context: Context, work: (store: GraphReader) => Promise<T>): Promise<T> => {
  try {
    return await context.withStore('read', work)
  } catch (error) {
    if (!isNoStore(error)) throw error
  }
  const { openScratch } = await import('../../graph/as-of.ts')
  const empty = await openScratch()
  try {
    return await work(empty)
  } finally {
    await empty.close()
  }
}

/** A copy of the plans that several of the texts belong to: each of these is compared with what the one before it leaves. */
const copyForLater = async (
  store: GraphReader,
  prepared: readonly Prepared[],
): Promise<GraphStore | undefined> => {
  const ids = prepared.map(({ identity }) => `plan:${identity.id}`)
  const several = new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
  if (several.size === 0) return undefined
  const { openCopy } = await import('../../graph/as-of.ts')
  const { readStatus } = await import('../../graph/revisions.ts')
  const plans = (await readStatus(store)).filter(({ id }) => several.has(id))
  return openCopy(
    store,
    plans.map(({ revisions }) => revisions.filter(({ status }) => status === 'committed')),
  )
}

const previewAll = async (
  store: GraphReader,
  read: readonly Prepared[],
  knowledge: Knowledge,
  orders: Orders,
): Promise<readonly Previewed[]> => {
  const { preview } = await import('../../pipeline/run/preview.ts')
  const { ingestFacts } = await import('../../graph/write.ts')
  const { diff } = await import('../../graph/diff/diff.ts')
  const { strengthRank } = await import('../../pipeline/facts/responsibilities/strength-rank.ts')
  const prepared = await settleBatch(store, read, orders)
  const { supersedes } = orders
  const followed = supersedes === undefined ? {} : { supersedes }
  const copy = await copyForLater(store, prepared)
  const previewed: Previewed[] = []
  try {
    for (const one of prepared) {
      const { file, document, identity, corrections, remarks = [] } = one
      const isShared = prepared.some((other) => other !== one && other.identity.id === identity.id)
      const at = isShared && copy ? copy : store
      const request = {
        document,
        plan: identity,
        ...(corrections === undefined ? {} : { corrections }),
        ...followed,
      }
      const found = await preview(at, request, knowledge)
      const changes = found.plan ? diff(...found.plan, strengthRank(knowledge)) : []
      previewed.push({ ...found, file, changes, notes: [...inferredNotes(one), ...remarks, ...found.notes] })
      if (isShared && copy) await ingestFacts(copy, found.facts, { clock: () => new Date(), ...followed })
    }
  } finally {
    await copy?.close()
  }
  return previewed
}

/** Prints the previews; the exit is `refused` where ingest would stop. */
export const dryRun = async (
  context: Context,
  prepared: readonly Prepared[],
  orders: Orders,
): Promise<ExitName> => {
  const knowledge = await loadReader()
  const previewed = await withWhatIsThere(context, (store) => previewAll(store, prepared, knowledge, orders))
  if (context.json) context.output.json(previewed.map(jsonOf))
  else {
    const { room } = context.output
    for (const one of previewed)
      context.output.answer(
        `${drawPreview(one, { room, isFull: context.full, isSure: orders.isSure === true })}\n`,
      )
  }
  const stops = previewed.some(({ guard }) => guard?.stops)
  return stops && !orders.isSure ? 'refused' : 'done'
}

/** Ingests in this process: extract, then bring the store to what the text says, one text after the other. */

import type { GraphStore } from '../../graph/store.ts'
import type { IngestResult } from '../../graph/write.ts'
import type { Extraction } from '../../pipeline/extract.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { type HeldPlan, type Prepared, refuseClash } from './prepare.ts'
import { showProgress } from './progress.ts'

/** What became of one text. */
export type Ingested = {
  readonly file: string
  readonly plan: string
  readonly title: string
  readonly revision: string
  readonly outcome: IngestResult['outcome']
  readonly inForce: boolean
  readonly written: number
  readonly removed: number
  readonly counts: Readonly<Record<string, number>>
  readonly coverage: Readonly<Record<'sentences' | 'understood' | 'exhortation' | 'notUnderstood', number>>
  readonly rejected: number
  readonly notes: readonly string[]
}

/** How many of each type an extraction found. */
export const countTypes = ({ facts }: Extraction): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { type } of facts.entities) counts[type] = (counts[type] ?? 0) + 1
  return {
    ...counts,
    Target: facts.targets.length,
    Commitment: facts.commitments.length,
    Statement: facts.statements.length,
    Section: facts.sections.length,
  }
}

const heldPlans = async (store: GraphStore): Promise<readonly HeldPlan[]> => {
  const { readStatus } = await import('../../graph/revisions.ts')
  return (await readStatus(store)).map(({ id, title, properties }) => ({
    id: id.replace(/^plan:/, ''),
    ...(title === undefined ? {} : { title }),
    ...(typeof properties.jurisdiction === 'string' ? { jurisdiction: properties.jurisdiction } : {}),
  }))
}

const summary = (prepared: Prepared, extraction: Extraction, result: IngestResult): Ingested => {
  const { plan, revision } = extraction.facts
  const { sentences, understood, exhortation, notUnderstood } = revision
  return {
    file: prepared.file,
    plan: plan.id,
    title: plan.title,
    revision: revision.id,
    ...result,
    counts: countTypes(extraction),
    coverage: { sentences, understood, exhortation, notUnderstood },
    rejected: extraction.rejected.length,
    notes: [...inferredNotes(prepared), ...extraction.notes.map(({ reason }) => reason)],
  }
}

/** What was read from the text and not given is said, so that it can be corrected by a flag. */
const inferredNotes = ({ identity }: Prepared): readonly string[] => {
  const { inferred, title, jurisdiction, periodStart, periodEnd } = identity
  if (inferred.length === 0) return []
  const period = periodStart === undefined ? '' : `，时期 ${periodStart}—${periodEnd}`
  return [
    `由文中推断（${inferred.join('、')}）：${title}，${jurisdiction}${period}。不对时用 --title、--jurisdiction、--period 说明。 Inferred from the text; correct it by flags.`,
  ]
}

/** Extracts and ingests every text into an open store. Ctrl-C is heard between texts and before a text is written. */
export const ingestInto = async (
  context: Context,
  store: GraphStore,
  prepared: readonly Prepared[],
  supersedes?: string,
): Promise<readonly Ingested[]> => {
  const { extract } = await import('../../pipeline/extract.ts')
  const { ingestFacts } = await import('../../graph/write.ts')
  const { loadKnowledge } = await import('../../pipeline/knowledge.ts')
  refuseClash(prepared, await heldPlans(store))
  const knowledge = loadKnowledge()
  const progress = showProgress(context.output, prepared.length)
  const ingested: Ingested[] = []
  try {
    for (const [index, one] of prepared.entries()) {
      await progress.at(index, 'extract', one.file)
      stopIfAsked(context, ingested.length)
      const extraction = extract(one.document, one.identity, knowledge)
      await progress.at(index, 'compare', one.file)
      stopIfAsked(context, ingested.length)
      const result = await ingestFacts(store, extraction.facts, {
        clock: () => new Date(),
        ...(supersedes === undefined ? {} : { supersedes }),
        onProgress: ({ stage }) => void progress.at(index, stage, one.file),
      })
      ingested.push(summary(one, extraction, result))
    }
    stopIfAsked(context, ingested.length)
    return ingested
  } finally {
    progress.done()
  }
}

const stopIfAsked = ({ signal }: Context, done: number): void => {
  if (!signal.aborted) return
  throw new Failure(
    'interrupted',
    done === 0
      ? '已中断，图库保持原样。 Interrupted; the store is as it was.'
      : `已中断；此前的 ${done} 个文本已完整写入，其余未动。 Interrupted after ${done} whole texts.`,
  )
}

/** `guitu ingest` without a queue. */
export const ingestHere = async (
  context: Context,
  prepared: readonly Prepared[],
  supersedes?: string,
): Promise<ExitName> => {
  const ingested = await context.withStore(
    'write',
    (store) => ingestInto(context, store, prepared, supersedes),
    true,
  )
  if (context.json) context.output.json(ingested)
  else {
    const { drawIngested } = await import('./report.ts')
    for (const one of ingested) context.output.answer(drawIngested(one, context.output.room))
  }
  return 'done'
}

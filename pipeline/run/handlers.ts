/** The handlers that both runners share: read → extract → ingest. Each may be repeated at any time; nothing is done twice. */
import { readFile } from 'node:fs/promises'
import { type AmendedBy, amendedBy } from '../../graph/amended.ts'
import { guard } from '../../graph/guard.ts'
import type { GraphStore } from '../../graph/store.ts'
import { type IngestResult, ingestFacts } from '../../graph/write.ts'
import { type Extraction, extract } from '../extract.ts'
import { readDocument } from '../input/read.ts'
import type { Knowledge } from '../knowledge.ts'
import { heldCorrections } from './held-corrections.ts'
import { type IngestRequest, jobId } from './request.ts'

/** What became of one text; small and JSON-safe. */
export type IngestSummary = IngestResult & {
  /** Of an amendment that is in force: what it took out, and its words that named nothing there. */
  readonly amended?: AmendedBy
  readonly file: string
  readonly plan: string
  readonly title: string
  readonly revision: string
  /** How many of each type were found. */
  readonly counts: Readonly<Record<string, number>>
  readonly coverage: Readonly<Record<'sentences' | 'understood' | 'exhortation' | 'notUnderstood', number>>
  readonly rejected: number
  /** How many decisions of people the text was read with, and those that met nothing in it, in words. */
  readonly corrections: { readonly given: number; readonly unmatched: readonly string[] }
  readonly notes: readonly string[]
}

export type Stage = 'extract' | 'compare' | 'write' | 'commit'
export type Tell = (stage: Stage) => void

export type Handlers = {
  /** Reads and extracts; what it found is kept for `write` in this process. Throws when the text or we are at fault. */
  readonly extract: (request: IngestRequest, tell: Tell) => Promise<void>
  /** Brings the store to hold what the text says, extracting again where another process did. */
  readonly write: (request: IngestRequest, tell: Tell) => Promise<IngestSummary>
}

export type HandlerOptions = {
  /** Gives an open store to `work` and closes it afterwards, where it is not kept open. */
  readonly withStore: <Result>(work: (store: GraphStore) => Promise<Result>) => Promise<Result>
  readonly knowledge: Knowledge
  readonly clock?: () => Date
}

/** The file is not the one that was asked for. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
}

/** Extractions that wait for their writer, at most; older ones are made again. */
const KEPT = 4

export const makeHandlers = ({
  withStore,
  knowledge,
  clock = () => new Date(),
}: HandlerOptions): Handlers => {
  const kept = new Map<string, Extraction>()
  /** Read again with the decisions that the store keeps, where none came with the request. */
  const decided = async (
    store: GraphStore,
    request: IngestRequest,
    found: Extraction,
  ): Promise<Extraction> => {
    if (request.corrections !== undefined) return found
    const { plan, revision } = found.facts
    const corrections = await heldCorrections(store, plan.id, revision.id)
    return corrections.length === 0 ? found : extractRequest({ ...request, corrections }, knowledge)
  }
  const extraction = async (request: IngestRequest, tell: Tell): Promise<Extraction> => {
    const known = kept.get(jobId(request))
    if (known) return known
    tell('extract')
    const found = await extractRequest(request, knowledge)
    kept.set(jobId(request), found)
    for (const id of [...kept.keys()].slice(0, -KEPT)) kept.delete(id)
    return found
  }
  return {
    extract: async (request, tell) => void (await extraction(request, tell)),
    write: async (request, tell) => {
      const { supersedes, unguarded } = request
      const { found, result } = await withStore(async (store) => {
        const found = await decided(store, request, await extraction(request, tell))
        if (!unguarded) await guard(store, found.facts, supersedes)
        const result = await ingestFacts(store, found.facts, {
          clock,
          onProgress: ({ stage }) => tell(stage),
          ...(supersedes === undefined ? {} : { supersedes }),
        })
        const amended = found.facts.revision.amends
          ? await amendedBy(store, found.facts.revision.id)
          : undefined
        return { found, result: { ...result, ...(amended ? { amended } : {}) } }
      })
      kept.delete(jobId(request))
      return summarise(request, found, result)
    },
  }
}

const extractRequest = async (
  { file, sha256, plan, corrections = [] }: IngestRequest,
  knowledge: Knowledge,
): Promise<Extraction> => {
  const document = readDocument(await readRequested(file), file)
  if (document.sha256 !== sha256)
    throw new RequestError(
      `Unexpected content of ${file}, expected the bytes that were asked for: ingest it again`,
    )
  return extract(document, plan, knowledge, corrections)
}

const readRequested = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new RequestError(
      `Unexpected lack of ${file} where the worker runs, expected the file that was asked for: let the worker see the same folders`,
      { cause },
    )
  }
}

const summarise = (
  { file }: IngestRequest,
  { facts, rejected, notes }: Extraction,
  result: IngestResult & Pick<IngestSummary, 'amended'>,
): IngestSummary => {
  const { sentences, understood, exhortation, notUnderstood } = facts.revision
  const { corrections = [], unmatchedCorrections: unmatched = [] } = facts.revision
  const counts: Record<string, number> = {}
  for (const { type } of facts.entities) counts[type] = (counts[type] ?? 0) + 1
  return {
    ...result,
    file,
    plan: facts.plan.id,
    title: facts.plan.title,
    revision: facts.revision.id,
    counts: {
      ...counts,
      Target: facts.targets.length,
      Commitment: facts.commitments.length,
      Statement: facts.statements.length,
      Section: facts.sections.length,
    },
    coverage: { sentences, understood, exhortation, notUnderstood },
    rejected: rejected.length,
    corrections: { given: corrections.length, unmatched },
    notes: notes.map(({ reason }) => reason),
  }
}

/** The graph is a function of which texts were read, by which rules, with which decisions: whatever happened on the way. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openStore } from '../../graph/open-store.ts'
import { readRevisions, withdraw } from '../../graph/revisions.ts'
import type { GraphStore } from '../../graph/store.ts'
import { verify } from '../../graph/verify.ts'
import { ingestFacts } from '../../graph/write.ts'
import type { Knowledge } from '../../pipeline/knowledge.ts'
import type { Correction } from '../../pipeline/records.ts'
import { heldCorrections } from '../../pipeline/run/held-corrections.ts'
import { reextract } from '../../pipeline/run/reextract.ts'
import { clock } from '../graph/facts.ts'
import { failingAfter, StoppedError } from './failing-store.ts'
import { exported } from './ingest-contract.ts'
import { DECISIONS, EDITIONS, factsFor, OLDER, TODAY } from './readings.ts'
import type { StoreFactory } from './store-factory.ts'

const PATIENCE_MS = 180_000

type Step = {
  readonly kind: 'ingest' | 'reextract' | 'withdraw'
  readonly which: number
  /** The decisions beside the text; none beside it where this is undefined. */
  readonly decided: number | undefined
  readonly isOld: boolean
  /** After so many writes the process is killed, and the step is taken again. */
  readonly killedAt: number | undefined
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('ingest', 'ingest', 'reextract', 'withdraw'),
  which: fc.nat(EDITIONS.length - 1),
  decided: fc.option(fc.nat(DECISIONS.length - 1), { nil: undefined, freq: 2 }),
  isOld: fc.boolean(),
  killedAt: fc.option(fc.nat(25), { nil: undefined, freq: 2 }),
})

type Held = {
  readonly rules: Knowledge
  readonly corrections: readonly Correction[]
  readonly isWithdrawn: boolean
}

const ingest = async (store: GraphStore, { which, decided, isOld }: Step): Promise<void> => {
  const rules = isOld ? OLDER : TODAY
  const { plan, revision } = factsFor(which, rules, [])
  const corrections =
    decided === undefined ? await heldCorrections(store, plan.id, revision.id) : (DECISIONS[decided] ?? [])
  await ingestFacts(store, factsFor(which, rules, corrections), { clock })
}

const reread = async (store: GraphStore, { isOld }: Step): Promise<void> => {
  for (const held of await readRevisions(store))
    await reextract(store, held, { knowledge: isOld ? OLDER : TODAY, unguarded: true })
}

const unlessKilled = async (work: (store: GraphStore) => Promise<void>, store: GraphStore, step: Step) => {
  if (step.killedAt !== undefined) {
    const stopped = await work(failingAfter(store, step.killedAt)).catch((cause) => cause)
    if (stopped instanceof Error && !(stopped instanceof StoppedError)) throw stopped
  }
  await work(store)
}

/** What the decisions beside an ingest come to, told apart from the store: its own before, else those of what is in force. */
const decisionsFor = (held: ReadonlyMap<number, Held>, { which, decided }: Step): readonly Correction[] => {
  if (decided !== undefined) return DECISIONS[decided] ?? []
  const inForce = [...held].filter(([, { isWithdrawn }]) => !isWithdrawn).sort(([a], [b]) => b - a)[0]
  return (held.get(which) ?? inForce?.[1])?.corrections ?? []
}

/** Takes the steps, and says what was read how, and what is withdrawn. */
const take = async (store: GraphStore, steps: readonly Step[]): Promise<ReadonlyMap<number, Held>> => {
  const held = new Map<number, Held>()
  for (const one of steps) {
    const { kind, which, isOld } = one
    const rules = isOld ? OLDER : TODAY
    const known = held.get(which)
    if (kind === 'withdraw') {
      if (!known) continue
      await withdraw(store, factsFor(which, TODAY, []).revision.id, 'why')
      held.set(which, { ...known, isWithdrawn: true })
    } else if (kind === 'reextract') {
      await unlessKilled((to) => reread(to, one), store, one)
      for (const [edition, state] of held) if (!state.isWithdrawn) held.set(edition, { ...state, rules })
    } else {
      await unlessKilled((to) => ingest(to, one), store, one)
      if (known?.isWithdrawn) continue
      held.set(which, { rules, corrections: decisionsFor(held, one), isWithdrawn: false })
    }
  }
  return held
}

export const readingsSequenceContract = (factory: StoreFactory): void => {
  it(
    `any sequence of ingests with decisions, rereadings, withdrawals and kills leaves the graph made from scratch: ${factory.name}`,
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
          const store = await openStore(await factory.fresh(), { mode: 'write' })
          const held = [...(await take(store, steps))].sort(([a], [b]) => a - b)
          const graph = await exported(store)
          expect((await verify(store)).broken).toEqual([])
          await store.close()
          const scratch = await openStore(await factory.fresh(), { mode: 'write' })
          for (const [which, { rules, corrections }] of held)
            await ingestFacts(scratch, factsFor(which, rules, corrections), { clock })
          for (const [which, { isWithdrawn }] of held)
            if (isWithdrawn) await withdraw(scratch, factsFor(which, TODAY, []).revision.id, 'why')
          expect(graph).toBe(await exported(scratch))
          await scratch.close()
        }),
        { numRuns: factory.runs },
      )
    },
    PATIENCE_MS,
  )
}

/** The graph is a function of which revisions were ingested and withdrawn, whatever happened on the way. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../graph/open-store.ts'
import { readRevisions, withdraw } from '../../graph/revisions.ts'
import type { GraphStore } from '../../graph/store.ts'
import { verify } from '../../graph/verify.ts'
import { ingestFacts } from '../../graph/write.ts'
import { clock, factsOf, type Line, type RevisionSketch } from '../graph/facts.ts'
import { failingAfter, StoppedError } from './failing-store.ts'
import { exported } from './ingest-contract.ts'
import type { StoreFactory } from './store-factory.ts'

const line: fc.Arbitrary<Line> = fc.oneof(
  fc.record({
    kind: fc.constant('serves' as const),
    project: fc.constantFrom('甲溪水库', '丁台水厂'),
    place: fc.constantFrom('乙河新区', '甲溪镇'),
    phase: fc.constantFrom('plan' as const, 'start' as const),
    town: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('target' as const),
    indicator: fc.constant('城镇化率'),
    value: fc.constantFrom(60, 65.5),
    year: fc.constantFrom(2025, 2035),
    nature: fc.constantFrom('预期性', '约束性'),
  }),
  fc.record({
    kind: fc.constant('duty' as const),
    department: fc.constantFrom('水务局', '农业局'),
    act: fc.constantFrom('新建堤防', '疏浚河道'),
    role: fc.constantFrom('lead' as const, 'support' as const),
  }),
  fc.record({
    kind: fc.constant('cites' as const),
    document: fc.constantFrom('丙山县水利规划', '辰州省规划'),
  }),
)

/** What an amendment says besides: what goes of what the lines above may have said. */
const amendingLine: fc.Arbitrary<Line> = fc.oneof(
  line,
  fc.record({
    kind: fc.constant('removes' as const),
    words: fc.constantFrom(
      '取消甲溪水库',
      '丁台水厂不再实施',
      '取消城镇化率指标',
      '甲溪水库不再服务乙河新区',
    ),
  }),
  fc.record({
    kind: fc.constant('replaces' as const),
    words: fc.constantFrom('新建堤防（水务局）', '疏浚河道', '到2025年，城镇化率达到60%'),
  }),
)

/** Eight texts of two plans, each with a date of its own, each read by two versions of the rules; the second and the last amend. */
const EDITIONS = ['2021', '2022', '2023', '2024'].flatMap((edition, at) =>
  ['bingshan', 'water'].map((plan) => ({ plan, edition, amends: at % 2 === 1 })),
)
const variants = fc.tuple(
  ...EDITIONS.map(({ amends }) =>
    fc.tuple(fc.array(amends ? amendingLine : line, { minLength: 1, maxLength: 5 }), fc.nat(4)),
  ),
)

/** Many stores are opened and closed. */
const PATIENCE_MS = 120_000

type Step = {
  readonly kind: 'ingest' | 'reread' | 'withdraw' | 'killed'
  readonly which: number
  readonly at: number
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('ingest', 'ingest', 'reread', 'withdraw', 'killed'),
  which: fc.nat(EDITIONS.length - 1),
  at: fc.nat(25),
})

type Texts = readonly (readonly [readonly Line[], number])[]

/** What another version of the rules makes of the same text: one statement fewer. */
const factsFor = (texts: Texts, which: number, rules: 1 | 2) => {
  const { plan, edition, amends } = EDITIONS[which] as (typeof EDITIONS)[number]
  const [lines, dropped] = texts[which] as Texts[number]
  // The one plan is of the period after the other's: where both are there, it succeeds it.
  const period = plan === 'water' ? ([2026, 2030] as const) : ([2021, 2025] as const)
  const sketch: RevisionSketch = {
    plan,
    edition,
    issuedAt: `${edition}-01-01`,
    period,
    lines,
    ...(amends ? { amends } : {}),
  }
  const facts = factsOf(sketch)
  if (rules === 1) return facts
  const statements = facts.statements.filter(
    (_, index) => index !== dropped % Math.max(1, facts.statements.length),
  )
  const used = new Set(statements.flatMap(({ subject, object }) => [subject, object]))
  const targets = facts.targets.filter(({ id }) => used.has(id))
  for (const { indicator } of targets) used.add(indicator)
  return {
    ...facts,
    revision: { ...facts.revision, rules: 'rules-2' },
    statements,
    targets,
    entities: facts.entities.filter(({ id }) => used.has(id)),
    mentions: facts.mentions.filter(({ entity }) => used.has(entity)),
  }
}

type Held = { readonly rules: 1 | 2; readonly isWithdrawn: boolean }

/** Takes the steps, and says what was ingested under which rules, and what was withdrawn. */
const take = async (
  store: GraphStore,
  texts: Texts,
  steps: readonly Step[],
): Promise<ReadonlyMap<number, Held>> => {
  const held = new Map<number, Held>()
  for (const { kind, which, at } of steps) {
    const known = held.get(which)
    const id = factsFor(texts, which, 1).revision.id
    if (kind === 'withdraw') {
      if (!known) continue
      await withdraw(store, id, 'why')
      held.set(which, { ...known, isWithdrawn: true })
      continue
    }
    const rules = kind === 'reread' ? 2 : (known?.rules ?? 1)
    const facts = factsFor(texts, which, rules)
    if (kind === 'killed') {
      const stopped = await ingestFacts(failingAfter(store, at), facts, { clock }).catch((cause) => cause)
      if (stopped instanceof Error && !(stopped instanceof StoppedError)) throw stopped
    }
    const { outcome } = await ingestFacts(store, facts, { clock })
    if (outcome !== 'withdrawn') held.set(which, { rules, isWithdrawn: false })
  }
  return held
}

export const sequenceContract = (factory: StoreFactory): void => {
  describe(`any sequence of ingests, rereadings, withdrawals and kills: ${factory.name}`, () => {
    it(
      'leaves the graph that the same revisions make from scratch, in their order of edition',
      async () => {
        await fc.assert(
          fc.asyncProperty(
            variants,
            fc.array(step, { minLength: 1, maxLength: 10 }),
            async (texts, steps) => {
              const store = await openStore(await factory.fresh(), { mode: 'write' })
              const held = await take(store, texts as Texts, steps)
              const graph = await exported(store)
              expect((await verify(store)).broken).toEqual([])
              await store.close()
              const scratch = await openStore(await factory.fresh(), { mode: 'write' })
              for (const [which, { rules }] of [...held].sort(([a], [b]) => a - b))
                await ingestFacts(scratch, factsFor(texts as Texts, which, rules), { clock })
              for (const [which, { isWithdrawn }] of held)
                if (isWithdrawn)
                  await withdraw(scratch, factsFor(texts as Texts, which, 1).revision.id, 'why')
              expect(graph).toBe(await exported(scratch))
              await scratch.close()
            },
          ),
          { numRuns: factory.runs },
        )
      },
      PATIENCE_MS,
    )

    it(
      'finishes an ingest that was killed at any write, as if nothing had happened',
      async () => {
        const older = factsOf({
          edition: '2021',
          issuedAt: '2021-01-01',
          lines: [serves('甲溪水库'), target(60)],
        })
        const newer = factsOf({
          edition: '2022',
          issuedAt: '2022-01-01',
          lines: [serves('丁台水厂'), target(65), target(60)],
        })
        const scratch = await openStore(await factory.fresh(), { mode: 'write' })
        await ingestFacts(scratch, older, { clock })
        await ingestFacts(scratch, newer, { clock })
        const undisturbed = await exported(scratch)
        await scratch.close()
        let isKilled = true
        for (let at = 0; isKilled; at++) {
          const store = await openStore(await factory.fresh(), { mode: 'write' })
          await ingestFacts(store, older, { clock })
          isKilled = await ingestFacts(failingAfter(store, at), newer, { clock }).then(
            () => false,
            () => true,
          )
          const inForce = (await readRevisions(store))
            .filter((revision) => revision.inForce)
            .map(({ id }) => id)
          expect(inForce).toEqual([(isKilled ? older : newer).revision.id])
          expect((await verify(store)).broken).toEqual([])
          await ingestFacts(store, newer, { clock })
          expect(await exported(store)).toBe(undisturbed)
          await store.close()
        }
      },
      PATIENCE_MS,
    )
  })
}

const serves = (project: string): Line => ({ kind: 'serves', project, place: '乙河新区' })
const target = (value: number): Line => ({ kind: 'target', indicator: '城镇化率', value, year: 2025 })

/** What was in force then: the graph that the revisions of that time alone would make. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inForceAt, openAsOf } from '../../graph/as-of.ts'
import { openStore } from '../../graph/open-store.ts'
import { readStatus, withdraw } from '../../graph/revisions.ts'
import type { GraphStore } from '../../graph/store.ts'
import { ingestFacts } from '../../graph/write.ts'
import { clock, factsOf, type Line } from '../graph/facts.ts'
import { exported } from './ingest-contract.ts'
import type { StoreFactory } from './store-factory.ts'

const target = (value: number): Line => ({ kind: 'target', indicator: '城镇化率', value, year: 2025 })
const serves = (project: string): Line => ({ kind: 'serves', project, place: '乙河新区' })
const edition = (plan: string, year: string, ...lines: readonly Line[]) =>
  factsOf({ plan, edition: year, issuedAt: `${year}-06-01`, lines })

const EDITIONS = [
  edition('bingshan', '2021', target(60), serves('甲溪水库')),
  edition('bingshan', '2023', target(65)),
  edition('water', '2022', serves('丁台水厂'), target(60)),
  edition('water', '2024', serves('戊岭水厂')),
  factsOf({
    plan: 'bingshan',
    edition: '2022',
    issuedAt: '2022-06-01',
    amends: true,
    lines: [{ kind: 'removes', words: '取消甲溪水库' }, serves('己坝水厂')],
  }),
]

/** Many stores are opened and closed. */
const PATIENCE_MS = 120_000

const exportedAt = async (store: GraphStore, moment: Parameters<typeof inForceAt>[1]): Promise<string> => {
  const past = await openAsOf(store, inForceAt(await readStatus(store), moment))
  const graph = await exported(past)
  await past.close()
  return graph
}

export const asOfContract = (factory: StoreFactory): void => {
  describe(`what was in force then: ${factory.name}`, () => {
    const filled = async (which: readonly number[]): Promise<GraphStore> => {
      const store = await openStore(await factory.fresh(), { mode: 'write' })
      for (const index of which)
        await ingestFacts(store, EDITIONS[index] as (typeof EDITIONS)[number], { clock })
      return store
    }
    const inForceOn = async (store: GraphStore, day: string) =>
      inForceAt(await readStatus(store), { day })
        .flat()
        .map(({ id }) => id.replace('revision:', ''))

    it('is of each plan the newest revision issued by that day', async () => {
      const store = await filled([3, 1, 0, 2])
      expect(await inForceOn(store, '2020-12-31')).toEqual([])
      expect(await inForceOn(store, '2021-06-01')).toEqual(['bingshan/2021'])
      expect(await inForceOn(store, '2022-12-31')).toEqual(['bingshan/2021', 'water/2022'])
      expect(await inForceOn(store, '2030-01-01')).toEqual(['bingshan/2023', 'water/2024'])
      await store.close()
    })

    it('is, for a revision, that one of its plan and what its day had of the others', async () => {
      const store = await filled([0, 1, 2, 3])
      const plans = await readStatus(store)
      const named = plans.flatMap(({ revisions }) => revisions).find(({ id }) => id.endsWith('bingshan/2023'))
      if (!named) throw new Error('the revision is there')
      expect(
        inForceAt(plans, { revision: named })
          .flat()
          .map(({ id }) => id),
      ).toEqual(['revision:bingshan/2023', 'revision:water/2022'])
      await store.close()
    })

    it('is a plan as the amendments of that time left it', async () => {
      const store = await filled([4, 1, 0])
      expect(await inForceOn(store, '2022-01-01')).toEqual(['bingshan/2021'])
      expect(await inForceOn(store, '2022-12-31')).toEqual(['bingshan/2021', 'bingshan/2022'])
      expect(await inForceOn(store, '2023-12-31')).toEqual(['bingshan/2023'])
      const past = await openAsOf(store, inForceAt(await readStatus(store), { day: '2022-12-31' }))
      const rows = await past.read('MATCH (p:Project) RETURN p.name AS name')
      expect(rows).toEqual([{ name: '己坝水厂' }])
      await past.close()
      await store.close()
    })

    it('never is what was withdrawn', async () => {
      const store = await filled([0, 1])
      await withdraw(store, 'revision:bingshan/2023', '误发')
      expect(await inForceOn(store, '2030-01-01')).toEqual(['bingshan/2021'])
      await store.close()
    })

    it('goes by the day of ingest where no day of issue is known', async () => {
      const store = await openStore(await factory.fresh(), { mode: 'write' })
      await ingestFacts(store, factsOf({ edition: 'x', lines: [target(60)] }), { clock })
      expect(await inForceOn(store, '2025-12-31')).toEqual([])
      expect(await inForceOn(store, '2026-01-01')).toEqual(['bingshan/x'])
      await store.close()
    })

    it(
      'exports as the graph that those revisions alone make',
      async () => {
        const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 })
        await fc.assert(
          fc.asyncProperty(orders, fc.constantFrom('2021', '2022', '2023', '2024'), async (order, year) => {
            const day = `${year}-12-31`
            const store = await filled(order)
            const ids = await inForceOn(store, day)
            const past = await exportedAt(store, { day })
            await store.close()
            const scratch = await filled(
              order.filter((index) =>
                ids.includes(`${EDITIONS[index]?.revision.id.replace('revision:', '')}`),
              ),
            )
            expect(past).toBe(await exported(scratch))
            await scratch.close()
          }),
          { numRuns: factory.runs },
        )
      },
      PATIENCE_MS,
    )
  })
}

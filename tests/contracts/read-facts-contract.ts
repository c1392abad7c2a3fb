/** A store gives back the facts that were ingested into it, and two stored editions differ as their texts do. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEdits } from '../../corpus/kaizhou/made-up-edition/make.ts'
import { canonical } from '../../graph/content-id.ts'
import { diff } from '../../graph/diff/diff.ts'
import type { RevisionFacts } from '../../graph/model.ts'
import { openStore } from '../../graph/open-store.ts'
import { readFacts } from '../../graph/read-facts.ts'
import { withdraw } from '../../graph/revisions.ts'
import { ingestFacts } from '../../graph/write.ts'
import { extract } from '../../pipeline/extract.ts'
import { strengthRank } from '../../pipeline/facts/responsibilities/strength-rank.ts'
import { identify } from '../../pipeline/input/identify.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { clock, factsOf, type Line } from '../graph/facts.ts'
import type { StoreFactory } from './store-factory.ts'

const line: fc.Arbitrary<Line> = fc.oneof(
  fc.record({
    kind: fc.constant('serves' as const),
    project: fc.constantFrom('甲溪水库', '𬒈溪水厂'),
    place: fc.constantFrom('乙河新区', '甲溪镇'),
    phase: fc.constantFrom('plan' as const, 'start' as const),
    town: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('target' as const),
    indicator: fc.constant('城镇化率'),
    value: fc.constantFrom(60, 65.5),
    year: fc.constantFrom(2025, 2035),
  }),
  fc.record({
    kind: fc.constant('duty' as const),
    department: fc.constantFrom('水务局', '农业局'),
    act: fc.constantFrom('新建堤防', '疏浚河道'),
  }),
)

/** The same facts in one order of their lists. */
export const inOneOrder = (facts: RevisionFacts): RevisionFacts => {
  const sorted = <T>(items: readonly T[]): readonly T[] =>
    items.toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1))
  const { sections, entities, targets, commitments, statements, mentions } = facts
  return {
    ...facts,
    sections: sorted(sections),
    entities: sorted(entities),
    targets: sorted(targets),
    commitments: sorted(commitments),
    statements: sorted(statements.map((one) => ({ ...one, evidence: sorted(one.evidence) }))),
    mentions: sorted(mentions),
  }
}

const corpus = new URL('../../corpus/kaizhou/', import.meta.url)

/** Many stores are opened and closed; a whole plan is written twice. */
const PATIENCE_MS = 120_000

export const readFactsContract = (factory: StoreFactory): void => {
  describe(`facts read back from a store: ${factory.name}`, () => {
    it(
      'are those that were ingested, whatever is in force',
      async () => {
        const lines = fc.array(line, { minLength: 1, maxLength: 6 })
        await fc.assert(
          fc.asyncProperty(lines, lines, fc.boolean(), async (older, newer, isWithdrawn) => {
            const revisions = [
              factsOf({ edition: '2021', issuedAt: '2021-01-01', lines: older }),
              factsOf({ edition: '2023', title: '丙山县规划（修订版）', lines: newer }),
            ]
            const store = await openStore(await factory.fresh(), { mode: 'write' })
            try {
              for (const facts of revisions) await ingestFacts(store, facts, { clock })
              if (isWithdrawn) await withdraw(store, 'revision:bingshan/2023', '误发')
              for (const facts of revisions)
                expect(inOneOrder(await readFacts(store, facts.revision.id))).toEqual(inOneOrder(facts))
            } finally {
              await store.close()
            }
          }),
          { numRuns: factory.runs },
        )
      },
      PATIENCE_MS,
    )

    it('are refused for a revision that is not there', async () => {
      const store = await openStore(await factory.fresh(), { mode: 'write' })
      await expect(readFacts(store, 'revision:none')).rejects.toMatchObject({ kind: 'unknown-revision' })
      await store.close()
    })

    it(
      'show between a real plan and its made-up newer edition exactly the documented edits',
      async () => {
        const knowledge = loadKnowledge()
        const given = JSON.parse(readFileSync(new URL('plan.json', corpus), 'utf8'))
        const store = await openStore(await factory.fresh(), { mode: 'write' })
        try {
          const read: RevisionFacts[] = []
          for (const file of ['plan.txt', 'made-up-edition/plan.txt']) {
            const document = readDocument(readFileSync(new URL(file, corpus)), 'plan.txt')
            const { facts } = extract(document, identify(document, given), knowledge)
            await ingestFacts(store, facts, { clock })
            read.push(await readFacts(store, facts.revision.id))
            expect(inOneOrder(read.at(-1) as RevisionFacts)).toEqual(inOneOrder(facts))
          }
          const [real, edition] = read as [RevisionFacts, RevisionFacts]
          const key = (change: object) => JSON.stringify(change)
          const reported = diff(real, edition, strengthRank(knowledge)).map(
            ({ kind, subject, old, new: next }) => key({ kind, subject, old, new: next }),
          )
          const expected = readEdits()
            .flatMap(({ changes }) => changes)
            .map(key)
          expect(reported.toSorted()).toEqual(expected.toSorted())
        } finally {
          await store.close()
        }
      },
      PATIENCE_MS,
    )
  })
}

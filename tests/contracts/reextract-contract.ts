/** What reading stored revisions again promises, on any store. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diff } from '../../graph/diff/diff.ts'
import { openStore } from '../../graph/open-store.ts'
import { readRevisions, withdraw } from '../../graph/revisions.ts'
import type { GraphStore } from '../../graph/store.ts'
import { verify } from '../../graph/verify.ts'
import { ingestFacts } from '../../graph/write.ts'
import { strengthRank } from '../../pipeline/facts/responsibilities/strength-rank.ts'
import type { Knowledge } from '../../pipeline/knowledge.ts'
import { type Reextraction, reextract } from '../../pipeline/run/reextract.ts'
import { comparable } from '../../pipeline/run/under-rules.ts'
import { clock } from '../graph/facts.ts'
import { failingAfter } from './failing-store.ts'
import { exported } from './ingest-contract.ts'
import { amendmentBy, DECISIONS, factsFor, OLDER, SAME, TODAY } from './readings.ts'
import type { StoreFactory } from './store-factory.ts'

const PATIENCE_MS = 120_000

/** Every revision of the store, in order. */
const reextractAll = async (store: GraphStore, knowledge: Knowledge): Promise<readonly Reextraction[]> => {
  const done: Reextraction[] = []
  for (const held of await readRevisions(store)) done.push(await reextract(store, held, { knowledge }))
  return done
}
const outcomes = (done: readonly Reextraction[]): readonly string[] => done.map(({ outcome }) => outcome)

export const reextractContract = (factory: StoreFactory): void => {
  describe(`reading stored revisions again: ${factory.name}`, { timeout: PATIENCE_MS }, () => {
    let store: GraphStore
    beforeEach(async () => {
      store = await openStore(await factory.fresh(), { mode: 'write' })
    })
    afterEach(() => store.close())
    const ingest = (which: number, rules: Knowledge, decided = 0) =>
      ingestFacts(store, factsFor(which, rules, DECISIONS[decided] ?? []), { clock })
    const scratch = async (rules: Knowledge, ...decided: readonly number[]): Promise<string> => {
      const own = store
      store = await openStore(await factory.fresh(), { mode: 'write' })
      for (const [which, one] of decided.entries()) await ingest(which, rules, one)
      const graph = await exported(store)
      await store.close()
      store = own
      return graph
    }

    it('gives the graph that today’s rules make from scratch, and nothing to do the second time', async () => {
      for (const which of [0, 1, 2]) await ingest(which, OLDER, which)
      const [first, second, third] = await reextractAll(store, TODAY)
      expect([first, second, third].map((one) => one?.outcome)).toEqual(['changed', 'changed', 'changed'])
      const graph = await exported(store)
      expect(outcomes(await reextractAll(store, TODAY))).toEqual(['up-to-date', 'up-to-date', 'up-to-date'])
      expect(await exported(store)).toBe(graph)
      expect((await verify(store)).broken).toEqual([])
      await store.close()
      store = await openStore(await factory.fresh(), { mode: 'write' })
      for (const which of [0, 1, 2]) await ingest(which, TODAY, which)
      expect(await exported(store)).toBe(graph)
    })

    it('says what the rules change of one text, and nothing else', async () => {
      await ingest(0, OLDER)
      const [one] = await reextractAll(store, TODAY)
      expect(one).toMatchObject({ rules: ['rules-older', 'rules-today'], inForce: true, ordinal: 1 })
      expect(one?.change?.lost).toEqual([])
      expect(new Set(one?.change?.gained.map(({ predicate }) => predicate))).toEqual(
        new Set(['RESPONSIBLE_FOR']),
      )
    })

    it('only notes the version where other rules read the same', async () => {
      await ingest(0, SAME)
      expect(outcomes(await reextractAll(store, TODAY))).toEqual(['same-reading'])
      expect((await readRevisions(store))[0]?.properties.rules).toBe('rules-today')
    })

    it('keeps what people decided, and reports what meets nothing', async () => {
      await ingest(2, OLDER, 2)
      const [one] = await reextractAll(store, TODAY)
      expect(one?.unmatchedCorrections).toEqual([expect.stringMatching(/丁台污水处理厂/)])
      const [held] = await readRevisions(store)
      expect(held?.properties.corrections).toHaveLength(2)
      expect(await exported(store)).not.toContain('"predicate":"HAS_TARGET"')
    })

    it('takes other decisions where these are given', async () => {
      await ingest(0, TODAY, 1)
      const [held] = await readRevisions(store)
      if (!held) throw new Error('Unexpected empty store')
      const settings = { knowledge: TODAY, corrections: DECISIONS[0] ?? [] }
      expect((await reextract(store, held, settings)).outcome).toBe('changed')
      expect(await exported(store)).not.toContain('"rule":"correction"')
    })

    it('leaves withdrawn revisions as they are, and those out of force out of force', async () => {
      for (const which of [0, 1, 2]) await ingest(which, OLDER)
      await withdraw(store, factsFor(2, OLDER, []).revision.id, 'why')
      expect(outcomes(await reextractAll(store, TODAY))).toEqual(['changed', 'changed', 'left-out'])
      const held = await readRevisions(store)
      expect(held.map(({ inForce, status }) => [inForce, status])).toEqual([
        [false, 'committed'],
        [true, 'committed'],
        [false, 'withdrawn'],
      ])
    })

    it('keeps an amendment an amendment, with what it takes out of force', async () => {
      await ingest(0, SAME)
      await ingestFacts(store, amendmentBy(SAME), { clock })
      const withoutRules = async () =>
        (await exported(store)).replace(/"facts":"[0-9a-f]+"|"rules":"rules-[a-z]+"/g, '""')
      const before = await withoutRules()
      expect(outcomes(await reextractAll(store, TODAY))).toEqual(['same-reading', 'same-reading'])
      expect(await withoutRules()).toBe(before)
      expect((await verify(store)).broken).toEqual([])
    })

    it('says the same without writing anything when it is dry', async () => {
      await ingest(0, OLDER)
      const graph = await exported(store)
      const [held] = await readRevisions(store)
      if (!held) throw new Error('Unexpected empty store')
      const dry = await reextract(failingAfter(store, 0), held, { knowledge: TODAY, isDry: true })
      expect(dry.outcome).toBe('changed')
      expect(await exported(store)).toBe(graph)
      expect((await reextract(store, held, { knowledge: TODAY })).change).toEqual(dry.change)
    })

    it('killed at any write leaves the old reading whole in force, and goes on when it is run again', async () => {
      const undisturbed = await scratch(TODAY, 0, 0)
      let isKilled = true
      for (let at = 0; isKilled; at++) {
        await store.close()
        store = await openStore(await factory.fresh(), { mode: 'write' })
        for (const which of [0, 1]) await ingest(which, OLDER)
        const before = await exported(store)
        const held = (await readRevisions(store)).at(-1)
        if (!held) throw new Error('Unexpected empty store')
        isKilled = await reextract(failingAfter(store, at), held, { knowledge: TODAY }).then(
          () => false,
          () => true,
        )
        if (isKilled) expect(await exported(store)).toBe(before)
        await reextractAll(store, TODAY)
        expect(await exported(store)).toBe(undisturbed)
      }
    })

    it('never makes a comparison of two texts show what other rules or decisions read', async () => {
      await ingest(0, OLDER)
      await ingest(1, TODAY, 1)
      const [old, next] = await readRevisions(store)
      if (!old || !next) throw new Error('Unexpected empty store')
      const { pair, readBy } = await comparable(store, [old, next], async () => TODAY)
      expect(readBy).toEqual(['rules-older', 'rules-today'])
      const rank = strengthRank(TODAY)
      const expected = diff(
        factsFor(0, TODAY, DECISIONS[1] ?? []),
        factsFor(1, TODAY, DECISIONS[1] ?? []),
        rank,
      )
      expect(diff(...pair, rank)).toEqual(expected)
      expect(expected.map(({ kind }) => kind).sort()).not.toContain('department_added')
    })

    it('compares as they are stored two revisions that the same rules read', async () => {
      for (const which of [0, 1]) await ingest(which, OLDER)
      const [old, next] = await readRevisions(store)
      if (!old || !next) throw new Error('Unexpected empty store')
      const never = async (): Promise<Knowledge> => {
        throw new Error('Unexpected reading, expected the stored facts to be compared')
      }
      expect((await comparable(store, [old, next], never)).readBy).toBeUndefined()
    })
  })
}

/** What every store promises, as tests that take the kind of store as an argument. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../graph/open-store.ts'
import { BATCH, type GraphStore } from '../../graph/store.ts'
import type { StoreErrorKind } from '../../graph/store-errors.ts'
import type { StoreFactory } from './store-factory.ts'

const PUT = 'UNWIND $rows AS r MERGE (n:Entity {id: r.id}) SET n += r.props'
const COUNT = 'MATCH (n:Entity) RETURN count(n) AS count'
const row = (index: number) => ({ id: `e:${index}`, props: { name: `甲溪${index}` } })
const kindOf = (work: Promise<unknown>): Promise<StoreErrorKind | undefined> =>
  work.then(
    () => undefined,
    (cause) => cause.kind,
  )

export const storeContract = (factory: StoreFactory): void => {
  describe(`a store: ${factory.name}`, () => {
    let location = ''
    let store: GraphStore
    beforeEach(async () => {
      location = await factory.fresh()
      store = await openStore(location, { mode: 'write' })
    })
    afterEach(() => store.close())

    it('gives rows of plain values', async () => {
      const statement =
        "RETURN 1 AS whole, 1.5 AS fraction, 'Puli 浦里 𬒈' AS text, true AS yes, null AS nothing, [1, 2] AS list, {a: 'b'} AS map"
      expect(await store.read(statement)).toEqual([
        {
          whole: 1,
          fraction: 1.5,
          text: 'Puli 浦里 𬒈',
          yes: true,
          nothing: null,
          list: [1, 2],
          map: { a: 'b' },
        },
      ])
    })

    it('gives nodes, relationships and paths as plain maps, without ids of the engine', async () => {
      await store.run("CREATE (:Entity {id: 'a:1', name: '甲'})-[:SERVES {id: 'x:1'}]->(:Entity {id: 'b:1'})")
      const [found] = await store.read('MATCH p = (a)-[x:SERVES]->(b) RETURN a, x, p')
      const a = { id: 'a:1', name: '甲', labels: ['Entity'] }
      const x = { id: 'x:1', type: 'SERVES' }
      expect(found).toEqual({
        a,
        x,
        p: { nodes: [a, { id: 'b:1', labels: ['Entity'] }], relationships: [x] },
      })
    })

    it('keeps whole numbers whole and fractions as they are', async () => {
      await store.write(PUT, [{ id: 'e:1', props: { whole: 60, fraction: 58.5, list: [1, 2] } }])
      const statement =
        'MATCH (n:Entity) RETURN n.whole / 7 AS divided, n.fraction AS fraction, n.list AS list, n.whole + $one AS sum'
      expect(await store.read(statement, { one: 1 })).toEqual([
        { divided: 8, fraction: 58.5, list: [1, 2], sum: 61 },
      ])
    })

    it('writes more rows than one batch holds', async () => {
      await store.write(
        PUT,
        Array.from({ length: BATCH * 2 + 1 }, (_, index) => row(index)),
      )
      expect(await store.read(COUNT)).toEqual([{ count: BATCH * 2 + 1 }])
    })

    it('writes the same rows twice as once', async () => {
      await store.write(PUT, [row(1)])
      await store.write(PUT, [row(1)])
      expect(await store.read(COUNT)).toEqual([{ count: 1 }])
    })

    it('removes a property that is set to null', async () => {
      await store.write(PUT, [{ id: 'e:1', props: { name: '甲', phase: 'plan' } }])
      await store.write(PUT, [{ id: 'e:1', props: { phase: null } }])
      expect(await store.read('MATCH (n:Entity) RETURN n {.*} AS n')).toEqual([
        { n: { id: 'e:1', name: '甲' } },
      ])
    })

    it('keeps all of a transaction', async () => {
      const seen = await store.transact(async (transaction) => {
        await transaction.write(PUT, [row(1)])
        await transaction.write(PUT, [row(2)])
        return transaction.read(COUNT)
      })
      expect(seen).toEqual([{ count: 2 }])
      expect(await store.read(COUNT)).toEqual([{ count: 2 }])
    })

    it.each([
      ['an error of its own', () => Promise.reject(new Error('no'))],
      ['a Cypher error', (run: (statement: string) => Promise<unknown>) => run('RETURN nothing(1) AS x')],
      [
        'a broken constraint',
        (run: (statement: string) => Promise<unknown>) => run("CREATE (:Entity {id: 'e:1'})"),
      ],
    ])('keeps nothing of a transaction that meets %s', async (_, fail) => {
      const work = store.transact(async (transaction) => {
        await transaction.write(PUT, [row(1)])
        await fail((statement) => transaction.run(statement))
      })
      await expect(work).rejects.toThrow()
      expect(await store.read(COUNT)).toEqual([{ count: 0 }])
      await store.write(PUT, [row(2)])
      expect(await store.read(COUNT)).toEqual([{ count: 1 }])
    })

    it.each([
      ['cypher', 'MATCH (n RETURN n'],
      ['cypher', 'RETURN nothing(1) AS x'],
      ['cypher', 'RETURN $missing AS x'],
      ['read-only', "CREATE (:Entity {id: 'e:1'})"],
      ['read-only', 'MATCH (n) SET n.name = 1 RETURN n'],
      ['read-only', 'MATCH (n) DETACH DELETE n'],
      ['read-only', 'match (n) /* only */ reMOVE n.name'],
      ['read-only', 'CREATE INDEX x IF NOT EXISTS FOR (n:Entity) ON (n.x)'],
    ])('refuses as %s to read by: %s', async (kind, statement) => {
      await store.write(PUT, [row(1)])
      expect(await kindOf(store.read(statement))).toBe(kind)
      expect(await store.read('MATCH (n) WHERE n.name IS NOT NULL RETURN count(n) AS count')).toEqual([
        { count: 1 },
      ])
    })

    it.each([
      "MATCH (n:Entity) WHERE n.name = 'SET it; CREATE (x)' RETURN n.id AS id",
      'MATCH (n:Entity) WHERE n.name = "DELETE" RETURN n.id AS id // SET n.x = 1',
      'MATCH (n:`CREATE`) RETURN n.id AS id',
      'MATCH (n:Entity) RETURN n.id AS `remove`',
    ])('reads by a statement that only looks like a write: %s', async (statement) => {
      expect(await store.read(statement)).toEqual([])
    })

    it('says in one line which constraint a write breaks, and writes nothing', async () => {
      await store.write(PUT, [row(1)])
      const work = store.run("CREATE (:Entity {id: 'e:1'})")
      await expect(work).rejects.toMatchObject({
        kind: 'constraint',
        message: expect.not.stringContaining('\n'),
      })
      expect(await store.read(COUNT)).toEqual([{ count: 1 }])
    })

    it.each([
      ['undefined', undefined],
      ['a function', () => 1],
      ['a Map', new Map()],
      ['NaN', Number.NaN],
      ['an infinite number', Number.POSITIVE_INFINITY],
      ['an integer beyond 2⁵³', 2 ** 60],
      ['a list with a hole in it', [undefined]],
    ])('refuses %s as a parameter', async (_, value) => {
      expect(await kindOf(store.read('RETURN $value AS value', { value } as never))).toBe('parameter')
    })

    it('takes a date as its ISO text', async () => {
      const value = new Date('2026-01-01T00:00:00.000Z')
      expect(await store.read('RETURN $value AS value', { value } as never)).toEqual([
        { value: value.toISOString() },
      ])
    })

    it('refuses every write when it is open for reading', async () => {
      await store.write(PUT, [row(1)])
      await store.close()
      store = await openStore(location, { mode: 'read' })
      expect(await kindOf(store.run("CREATE (:Entity {id: 'e:2'})"))).toBe('read-only')
      expect(await kindOf(store.write(PUT, [row(2)]))).toBe('read-only')
      expect(await kindOf(store.transact((transaction) => transaction.write(PUT, [row(2)])))).toBe(
        'read-only',
      )
      expect(await store.read(COUNT)).toEqual([{ count: 1 }])
    })

    it('holds after it is opened again what was written before', async () => {
      await store.write(PUT, [row(1)])
      await store.close()
      store = await openStore(location, { mode: 'write' })
      expect(await store.read(COUNT)).toEqual([{ count: 1 }])
    })

    it('refuses a store of another schema version, and leaves it as it was', async () => {
      await store.run('MATCH (n:Schema) SET n.version = 999')
      await store.close()
      expect(await kindOf(openStore(location, { mode: 'write' }))).toBe('schema-version')
      await expect(openStore(location, { mode: 'read' })).rejects.toThrow(/999/)
    })

    it('refuses a database that holds something else', async () => {
      await store.run('MATCH (n:Schema) DETACH DELETE n')
      await store.run("CREATE (:Person {name: 'x'})")
      await store.close()
      expect(await kindOf(openStore(location, { mode: 'write' }))).toBe('not-a-store')
    })

    it('makes no store where it is not to', async () => {
      await store.close()
      const other = await factory.fresh()
      expect(await kindOf(openStore(other, { mode: 'read' }))).toBe('no-store')
      expect(await kindOf(openStore(other, { mode: 'write', create: false }))).toBe('no-store')
    })
  })
}

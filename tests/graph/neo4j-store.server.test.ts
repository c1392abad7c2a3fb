import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../../graph/open-store.ts'
import { withdraw } from '../../graph/revisions.ts'
import { verify } from '../../graph/verify.ts'
import { ingestFacts } from '../../graph/write.ts'
import { exported } from '../contracts/ingest-contract.ts'
import { neo4jAddress, neo4jFactory, unused } from '../contracts/neo4j.ts'
import { NEWER, OLDER } from '../faults/killed-editions.ts'
import { smallFacts } from '../queries/small-facts.ts'
import { freePort } from '../servers/start.ts'
import { clock, factsOf, type Line } from './facts.ts'

const address = neo4jAddress() ?? 'bolt://left:out@127.0.0.1:1'
const root = mkdtempSync(join(tmpdir(), 'guitu-both-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const serves = (project: string): Line => ({ kind: 'serves', project, place: '乙河新区', phase: 'start' })
const OLD_LINES = [serves('甲溪水库'), serves('丁台水厂')]
const NEW_LINES = [serves('甲溪水库'), serves('戊滩泵站')]

describe.skipIf(!neo4jAddress())('the store on a real Neo4j', () => {
  it('exports the same bytes as the embedded store', async () => {
    const texts: string[] = []
    for (const location of [join(root, 'embedded'), await neo4jFactory(address).fresh()]) {
      const store = await openStore(location, { mode: 'write' })
      for (const facts of [smallFacts, OLDER, NEWER]) await ingestFacts(store, facts, { clock })
      await withdraw(store, NEWER.revision.id, '误发')
      texts.push(await exported(store))
      await store.close()
    }
    expect(texts[0]?.length).toBeGreaterThan(10_000)
    expect(texts[1]).toBe(texts[0])
  })

  it('takes revisions of several plans, and one revision twice, from several processes at once', async () => {
    const sketches = ['bingshan', 'water', 'roads'].flatMap((plan) =>
      [OLD_LINES, NEW_LINES].map((lines, index) =>
        factsOf({ plan, edition: String(index), issuedAt: `202${index}`, lines }),
      ),
    )
    const one = await openStore(await neo4jFactory(address).fresh(), { mode: 'write' })
    for (const facts of sketches) await ingestFacts(one, facts, { clock })
    const alone = await exported(one)
    await one.close()
    await neo4jFactory(address).fresh()
    const first = await openStore(address, { mode: 'write' })
    await Promise.all(
      [...sketches, ...sketches.toReversed()].map(async (facts) => {
        const store = await openStore(address, { mode: 'write' })
        await ingestFacts(store, facts, { clock })
        await store.close()
      }),
    )
    expect((await verify(first)).broken).toEqual([])
    expect(await exported(first)).toBe(alone)
    await first.close()
  })

  it('lets several processes make the store of a new server at once', async () => {
    await unused(address)
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(address, { mode: 'write' })))
    const count = 'MATCH (n:Schema) RETURN count(n) AS count'
    for (const store of stores) {
      expect(await store.read(count)).toEqual([{ count: 1 }])
      await store.close()
    }
  })

  it('says in one line that the password is wrong, without saying it', async () => {
    const wrong = new URL(address)
    wrong.password = 'secret-that-is-wrong'
    const work = openStore(wrong.href, { mode: 'read' })
    await expect(work).rejects.toMatchObject({
      kind: 'wrong-password',
      message: expect.not.stringMatching(/secret|\n/),
    })
  })

  it('takes user and password beside the address', async () => {
    const { username, password, host } = new URL(address)
    const store = await openStore(`bolt://${host}`, { mode: 'write', user: username, password })
    expect(store.location).toBe(`bolt://${host}`)
    await store.close()
  })

  it('says in one line that no server answers', async () => {
    const nowhere = `bolt://neo4j:x@127.0.0.1:${await freePort()}`
    const work = openStore(nowhere, { mode: 'read' })
    await expect(work).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.not.stringContaining('\n'),
    })
  })
})

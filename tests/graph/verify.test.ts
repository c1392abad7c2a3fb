import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../../graph/open-store.ts'
import { verify } from '../../graph/verify.ts'
import { ingestFacts } from '../../graph/write.ts'
import { NEWER, OLDER } from '../faults/killed-editions.ts'
import { clock } from './facts.ts'

const root = mkdtempSync(join(tmpdir(), 'guitu-verify-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let made = 0

/** A store with two editions, damaged by the statement. */
const damaged = async (statement?: string) => {
  const store = await openStore(join(root, String(++made)), { mode: 'write' })
  for (const facts of [OLDER, NEWER]) await ingestFacts(store, facts, { clock })
  if (statement) await store.run(statement)
  const verification = await verify(store)
  await store.close()
  return verification
}

describe('verify', () => {
  it('counts what it checked and finds nothing broken', async () => {
    expect(await damaged()).toEqual({
      revisions: 2,
      pending: 0,
      statements: 8,
      quotes: 10,
      verbatim: 10,
      mentions: 12,
      entities: 7,
      relationships: 4,
      broken: [],
    })
  })

  it.each([
    [
      'quote',
      'a quote that is not the text',
      "MATCH (:Statement)-[x:QUOTED_FROM]->() WITH x ORDER BY x.id LIMIT 1 SET x.quote = '建设'",
    ],
    [
      'quote',
      'a quote moved by one',
      'MATCH (:Commitment)-[x:QUOTED_FROM]->() WITH x ORDER BY x.id LIMIT 1 SET x.start = x.start + 1',
    ],
    [
      'quote',
      'a mention that is not the text',
      "MATCH ()-[x:MENTIONED_IN]->() WITH x ORDER BY x.id LIMIT 1 SET x.text = '甲溪'",
    ],
    [
      'text',
      'a section that was changed',
      "MATCH (s:Section) WITH s ORDER BY s.id LIMIT 1 SET s.text = '改写。'",
    ],
    ['text', 'a section that is lost', 'MATCH (s:Section) WITH s ORDER BY s.id LIMIT 1 SET s.leaf = false'],
    [
      'evidence',
      'a statement without evidence',
      'MATCH (s:Statement)-[x:QUOTED_FROM]->() WITH x ORDER BY s.id LIMIT 1 DELETE x',
    ],
    [
      'evidence',
      'a commitment without evidence',
      'MATCH (c:Commitment)-[x:QUOTED_FROM]->() WITH x ORDER BY c.id LIMIT 1 DELETE x',
    ],
    [
      'relation',
      'a statement without a subject',
      'MATCH (s:Statement)-[x:SUBJECT]->() WITH x ORDER BY s.id LIMIT 1 DELETE x',
    ],
    [
      'relation',
      'an object that the predicate does not allow',
      "MATCH (s:Statement {predicate: 'SERVES'}) WITH s ORDER BY s.id LIMIT 1 SET s.predicate = 'HAS_LEVEL'",
    ],
    [
      'in-force',
      'a statement in force of a revision that is not',
      'MATCH (s:Statement {inForce: false}) WITH s ORDER BY s.id LIMIT 1 SET s.inForce = true',
    ],
    ['in-force', 'two revisions in force', 'MATCH (v:Revision) SET v.inForce = true'],
    ['in-force', 'no revision in force', 'MATCH (v:Revision) SET v.inForce = false'],
    [
      'projection',
      'a direct relationship that nothing states',
      "MATCH (p:Project), (q:Place) WITH p, q ORDER BY p.id LIMIT 1 MERGE (p)-[x:LOCATED_IN {id: 'LOCATED_IN:made-up'}]->(q) SET x.statements = ['s:1']",
    ],
    [
      'projection',
      'a direct relationship that is lost',
      'MATCH ()-[x:SERVES]->() WITH x ORDER BY x.id LIMIT 1 DELETE x',
    ],
    [
      'projection',
      'a statement missing in a list',
      'MATCH ()-[x:SERVES]->() WITH x ORDER BY x.id LIMIT 1 SET x.statements = []',
    ],
    [
      'projection',
      'a target that is said to be in force',
      "MATCH (t:Target) WHERE t.value = 60 SET t.statements = ['s:1']",
    ],
    ['label', 'an entity of two types', 'MATCH (p:Project) WITH p ORDER BY p.id LIMIT 1 SET p:Place'],
    ['label', 'a town that is no place', 'MATCH (p:Project) WITH p ORDER BY p.id LIMIT 1 SET p:Town'],
    ['id', 'an id twice', 'MATCH (p:Project) WITH p.id AS id ORDER BY id LIMIT 1 CREATE (:Target {id: id})'],
  ])('finds as %s: %s', async (invariant, _, statement) => {
    const { broken } = await damaged(statement)
    expect(broken.map((one) => one.invariant)).toContain(invariant)
  })
})

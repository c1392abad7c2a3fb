/** What ingesting and withdrawing revisions promises, on any store. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportJsonl } from '../../graph/export/jsonl.ts'
import { openStore } from '../../graph/open-store.ts'
import { readStatus, withdraw } from '../../graph/revisions.ts'
import type { GraphStore } from '../../graph/store.ts'
import { verify } from '../../graph/verify.ts'
import { ingestFacts } from '../../graph/write.ts'
import { clock, factsOf, type Line, type RevisionSketch } from '../graph/facts.ts'
import type { StoreFactory } from './store-factory.ts'

const serves = (project: string, place: string, phase?: 'plan' | 'start'): Line => ({
  kind: 'serves',
  project,
  place,
  ...(phase ? { phase } : {}),
})
const target = (value: number, year = 2025): Line => ({ kind: 'target', indicator: '城镇化率', value, year })
const duty = (department: string, act: string): Line => ({ kind: 'duty', department, act })

const OLD: RevisionSketch = {
  edition: '2021',
  issuedAt: '2021-05-01',
  lines: [
    serves('甲溪水库', '乙河新区', 'plan'),
    serves('丁台水厂', '乙河新区'),
    target(60),
    duty('水务局', '新建堤防'),
  ],
}
const NEW: RevisionSketch = {
  edition: '2023',
  issuedAt: '2023-05-01',
  title: '丙山县规划（修订版）',
  lines: [
    serves('甲溪水库', '乙河新区', 'start'),
    serves('戊滩泵站', '甲溪镇'),
    target(65),
    duty('农业局', '新建堤防'),
  ],
}
const OTHER: RevisionSketch = {
  plan: 'water',
  edition: '2022',
  issuedAt: '2022-01-01',
  lines: [serves('丁台水厂', '乙河新区', 'start'), target(60)],
}

const SERVED =
  'MATCH (p:Project)-[x:SERVES]->(q:Place) RETURN p.name AS project, size(x.statements) AS behind ORDER BY project'
const TARGETS = 'MATCH (i:Indicator)-[:HAS_TARGET]->(t:Target) RETURN t.value AS value ORDER BY value'

/** All lines of the export and of the store's own records, as one text. */
export const exported = async (store: GraphStore): Promise<string> => {
  const lines: string[] = []
  for await (const line of exportJsonl(store, { internal: true })) lines.push(line)
  return lines.join('\n')
}

export const ingestContract = (factory: StoreFactory): void => {
  describe(`revisions in a store: ${factory.name}`, () => {
    let store: GraphStore
    const ingest = (sketch: RevisionSketch) => ingestFacts(store, factsOf(sketch), { clock })
    const projects = async () => (await store.read<{ project: string }>(SERVED)).map(({ project }) => project)
    beforeEach(async () => {
      store = await openStore(await factory.fresh(), { mode: 'write' })
    })
    afterEach(async () => {
      const { broken } = await verify(store)
      await store.close()
      expect(broken).toEqual([])
    })

    it('puts a first revision in force, with quotes that are all verbatim', async () => {
      expect(await ingest(OLD)).toMatchObject({ outcome: 'committed', inForce: true })
      expect(await projects()).toEqual(['丁台水厂', '甲溪水库'])
      expect(await verify(store)).toMatchObject({
        revisions: 1,
        statements: 4,
        quotes: 5,
        verbatim: 5,
        broken: [],
      })
    })

    it('gives entities their labels and properties, and towns theirs', async () => {
      await ingest({
        edition: '1',
        lines: [{ kind: 'serves', project: '甲溪水库', place: '甲溪镇', town: true }],
      })
      const statement =
        'MATCH (n:Entity) RETURN n.name AS name, labels(n) AS labels, n.kind AS kind ORDER BY n.id'
      const [town, project] = await store.read<{ labels: string[] }>(statement)
      expect(town).toMatchObject({ name: '甲溪镇', kind: 'town' })
      expect(town?.labels.toSorted()).toEqual(['Entity', 'Place', 'Town'])
      expect(project?.labels.toSorted()).toEqual(['Entity', 'Project'])
    })

    it('writes nothing when the same revision comes again, at another time', async () => {
      await ingest(OLD)
      const before = await exported(store)
      const later = () => new Date('2030-01-01T00:00:00.000Z')
      expect(await ingestFacts(store, factsOf(OLD), { clock: later })).toEqual({
        outcome: 'unchanged',
        inForce: true,
        written: 0,
        removed: 0,
      })
      expect(await exported(store)).toBe(before)
    })

    it('puts a newer revision in force and keeps every statement of the older', async () => {
      await ingest(OLD)
      await ingest(NEW)
      expect(await projects()).toEqual(['戊滩泵站', '甲溪水库'])
      expect(await store.read(TARGETS)).toEqual([{ value: 65 }])
      const [plan] = await readStatus(store)
      expect(plan).toMatchObject({
        title: '丙山县规划（修订版）',
        revisions: [
          { ordinal: 1, inForce: false },
          { ordinal: 2, inForce: true },
        ],
      })
      const kept =
        'MATCH (s:Statement) RETURN s.revision AS revision, s.inForce AS inForce, count(*) AS count ORDER BY revision'
      expect(await store.read(kept)).toEqual([
        { revision: 'revision:bingshan/2021', inForce: false, count: 4 },
        { revision: 'revision:bingshan/2023', inForce: true, count: 4 },
      ])
    })

    it('links what supersedes what, and which statement revises which', async () => {
      await ingest(OLD)
      await ingest(NEW)
      expect(
        await store.read('MATCH (a:Revision)-[:SUPERSEDES]->(b:Revision) RETURN a.id AS a, b.id AS b'),
      ).toEqual([{ a: 'revision:bingshan/2023', b: 'revision:bingshan/2021' }])
      const lineage =
        'MATCH (a:Statement)-[:REVISES]->(b:Statement) RETURN a.predicate AS predicate, b.revision AS older ORDER BY predicate'
      expect(await store.read(lineage)).toEqual([
        { predicate: 'HAS_TARGET', older: 'revision:bingshan/2021' },
        { predicate: 'SERVES', older: 'revision:bingshan/2021' },
      ])
    })

    it('describes an entity as the revision in force does', async () => {
      const phase = "MATCH (p:Project {name: '甲溪水库'}) RETURN p.phase AS phase, p.inForce AS inForce"
      await ingest(OLD)
      expect(await store.read(phase)).toEqual([{ phase: 'plan', inForce: true }])
      await ingest(NEW)
      expect(await store.read(phase)).toEqual([{ phase: 'start', inForce: true }])
      await withdraw(store, 'revision:bingshan/2023', 'an error')
      expect(await store.read(phase)).toEqual([{ phase: 'plan', inForce: true }])
    })

    it('shows a thing that no revision in force speaks of under no label of its type, and keeps its record', async () => {
      await ingest(OLD)
      await ingest(NEW)
      const all = 'MATCH (p:Project) RETURN p.name AS name ORDER BY name'
      expect(await store.read(all)).toEqual([{ name: '戊滩泵站' }, { name: '甲溪水库' }])
      const former =
        "MATCH (s:Statement {predicate: 'SERVES', inForce: false})-[:SUBJECT]->(p:Entity {name: '丁台水厂'}) RETURN p.type AS type, p.inForce AS inForce, labels(p) AS labels"
      expect(await store.read(former)).toEqual([{ type: 'Project', inForce: false, labels: ['Entity'] }])
      await withdraw(store, 'revision:bingshan/2023', 'an error')
      expect(await store.read(all)).toEqual([{ name: '丁台水厂' }, { name: '甲溪水库' }])
    })

    it('links the plans of successive periods, whichever came first', async () => {
      const succeeds =
        'MATCH (a:Plan)-[:SUCCEEDS]->(b:Plan) RETURN a.id AS newer, b.id AS older ORDER BY newer'
      await ingest({ ...OTHER, plan: 'third', period: [2031, 2035] })
      await ingest(OLD)
      expect(await store.read(succeeds)).toEqual([{ newer: 'plan:third', older: 'plan:bingshan' }])
      await ingest({ ...OTHER, plan: 'second', period: [2026, 2030] })
      await ingest({ ...OTHER, plan: 'apart', period: [2021, 2035] })
      expect(await store.read(succeeds)).toEqual([
        { newer: 'plan:second', older: 'plan:bingshan' },
        { newer: 'plan:third', older: 'plan:second' },
      ])
    })

    it('lets an older revision that arrives late be born not in force', async () => {
      await ingest(NEW)
      expect(await ingest(OLD)).toMatchObject({ outcome: 'committed', inForce: false })
      expect(await projects()).toEqual(['戊滩泵站', '甲溪水库'])
      const late = await exported(store)
      await store.close()
      store = await openStore(await factory.fresh(), { mode: 'write' })
      await ingest(OLD)
      await ingest(NEW)
      expect(await exported(store)).toBe(late)
    })

    it('keeps in force what another plan still says', async () => {
      await ingest(OLD)
      await ingest(OTHER)
      expect(await store.read(SERVED)).toEqual([
        { project: '丁台水厂', behind: 2 },
        { project: '甲溪水库', behind: 1 },
      ])
      await ingest(NEW)
      expect(await store.read(SERVED)).toEqual([
        { project: '丁台水厂', behind: 1 },
        { project: '戊滩泵站', behind: 1 },
        { project: '甲溪水库', behind: 1 },
      ])
      expect(await store.read(TARGETS)).toEqual([{ value: 60 }, { value: 65 }])
    })

    it('withdraws a revision: its effects are undone, what it retired is in force, its record stays', async () => {
      await ingest(OLD)
      const before = await exported(store)
      await ingest(NEW)
      expect(await withdraw(store, 'revision:bingshan/2023', '误发')).toBe('withdrawn')
      expect(await projects()).toEqual(['丁台水厂', '甲溪水库'])
      const [plan] = await readStatus(store)
      expect(plan).toMatchObject({
        title: '丙山县规划',
        revisions: [{ inForce: true }, { status: 'withdrawn', inForce: false }],
      })
      const direct = (lines: string) =>
        lines.split('\n').filter((line) => /"label":"(SERVES|HAS_TARGET|RESPONSIBLE_FOR)"/.test(line))
      expect(direct(await exported(store))).toEqual(direct(before))
      expect(await withdraw(store, 'revision:bingshan/2023', '误发')).toBe('already withdrawn')
      expect(await ingest(NEW)).toMatchObject({ outcome: 'withdrawn' })
    })

    it('puts a withdrawn revision back when it is told to', async () => {
      await ingest(OLD)
      await ingest(NEW)
      const before = await exported(store)
      await withdraw(store, 'revision:bingshan/2023', '误发')
      await ingestFacts(store, factsOf(NEW), { clock, reinstate: true })
      expect(await exported(store)).toBe(before)
    })

    it('brings a revision up to date when other rules read it otherwise', async () => {
      const reread: RevisionSketch = {
        ...OLD,
        rules: 'rules-2',
        lines: OLD.lines.map((line) => (line.kind === 'target' ? { ...line, nature: '预期性' } : line)),
      }
      const facts = factsOf(reread)
      const without = {
        ...facts,
        statements: facts.statements.slice(1),
        entities: facts.entities.filter(({ name }) => name !== '甲溪水库'),
        mentions: facts.mentions.filter(({ entity }) => !entity.includes('甲溪水库')),
      }
      await ingest(OLD)
      expect(await ingestFacts(store, without, { clock })).toMatchObject({
        outcome: 'changed',
        inForce: true,
      })
      expect(await projects()).toEqual(['丁台水厂'])
      expect(await store.read('MATCH (t:Target) RETURN t.nature AS nature')).toEqual([{ nature: '预期性' }])
      const changed = await exported(store)
      await store.close()
      store = await openStore(await factory.fresh(), { mode: 'write' })
      await ingestFacts(store, without, { clock })
      expect(await exported(store)).toBe(changed)
    })

    it('follows what it is told to supersede rather than dates', async () => {
      await ingest({ ...OLD, edition: 'a', issuedAt: undefined } as RevisionSketch)
      await ingest({ ...NEW, edition: 'b', issuedAt: undefined } as RevisionSketch)
      const between = factsOf({ edition: 'between', lines: [serves('己坝水闸', '乙河新区')] })
      const result = await ingestFacts(store, between, { clock, supersedes: 'revision:bingshan/a' })
      expect(result).toMatchObject({ inForce: false })
      const [plan] = await readStatus(store)
      expect(plan?.revisions.map(({ id }) => id.split('/')[1])).toEqual(['a', 'between', 'b'])
    })

    it('refuses facts whose quote is not the text, and writes nothing', async () => {
      const facts = factsOf(OLD)
      const [first, ...rest] = facts.statements
      const evidence = first?.evidence.map((item) => ({ ...item, quote: '改写的话' })) ?? []
      const wrong = { ...facts, statements: [{ ...first, evidence }, ...rest] } as typeof facts
      await expect(ingestFacts(store, wrong, { clock })).rejects.toThrow(/改写的话/)
      expect((await exported(store)).split('\n').filter((line) => !line.includes('"Schema"'))).toEqual([])
    })

    it('refuses another text under the same id, and a plan of another place under the same id', async () => {
      await ingest(OLD)
      const before = await exported(store)
      await expect(ingest({ ...OLD, lines: NEW.lines })).rejects.toMatchObject({ kind: 'conflict' })
      const facts = factsOf(NEW)
      const elsewhere = { ...facts, plan: { ...facts.plan, jurisdiction: '辰州省/丁山县' } }
      await expect(ingestFacts(store, elsewhere, { clock })).rejects.toThrow(/丁山县/)
      await expect(withdraw(store, 'revision:none', 'why')).rejects.toMatchObject({
        kind: 'unknown-revision',
      })
      expect(await exported(store)).toBe(before)
    })

    it('exports, sorted, only what the contract names and what is the same in every store', async () => {
      await ingest(OLD)
      const lines: string[] = []
      for await (const line of exportJsonl(store)) lines.push(line)
      const named = new Set(lines.flatMap((line) => JSON.parse(line).label ?? JSON.parse(line).labels))
      for (const own of ['DESCRIBED_IN', 'Schema']) expect([...named]).not.toContain(own)
      expect(lines.join()).not.toContain(clock().toISOString())
      expect(lines.toSorted()).toEqual(lines)
    })

    it('counts in code points where the text has characters beyond U+FFFF', async () => {
      await ingest({
        edition: '1',
        lines: [{ kind: 'exhortation', text: '𬒈山精神' }, serves('𬒈溪水库', '乙河新区')],
      })
      const quote = 'MATCH (:Statement)-[x:QUOTED_FROM]->(:Section) RETURN x.start AS start, x.quote AS quote'
      expect(await store.read(quote)).toEqual([{ start: 5, quote: '建设𬒈溪水库，服务乙河新区。\n' }])
    })
  })
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { openStore } from '../../graph/open-store.ts'
import { readRevisions } from '../../graph/revisions.ts'
import { type Finished, runGuitu } from './run-guitu.ts'

const root = mkdtempSync(join(tmpdir(), 'guitu-path-'))
const store = join(root, 'store')
const text = join(root, 'plan.txt')
const guitu = (...words: string[]): Promise<Finished> => runGuitu([...words, '--store', store])

const PLAN = [
  '丙山县城镇化规划（2021—2035年）',
  '第一章  城镇体系',
  '到2025年，常住人口城镇化率达到60%。',
  '第二章  基础设施',
  '专栏1  乙河新区建设重大项目',
  '新开工甲溪水库、丁台污水处理厂。',
  '',
].join('\n')

beforeAll(async () => {
  writeFileSync(text, PLAN)
  writeFileSync(
    join(root, 'plan.json'),
    JSON.stringify({ id: 'bingshan', title: '丙山县城镇化规划', jurisdiction: '重庆市/开州区' }),
  )
  const { code, stderr } = await guitu('ingest', text)
  expect(code, stderr).toBe(EXIT.done)
}, 60_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the whole path', { timeout: 60_000 }, () => {
  it('says on a repeat that the revision is in force, and changes nothing', async () => {
    const before = await guitu('export')
    const again = await guitu('ingest', text)
    expect(again.stdout).toContain('already in force')
    expect((await guitu('export')).stdout).toBe(before.stdout)
  })

  it('answers with verbatim quotes, whole in --json', async () => {
    const { code, stdout, stderr } = await guitu('ask', '哪些项目服务于乙河？', '--json')
    expect(code, stderr).toBe(EXIT.done)
    const { query, rows } = JSON.parse(stdout)
    expect(query).toBe('projects-serving-place')
    const quotes = rows.flatMap((row: { evidence: { quote: string }[] }) =>
      row.evidence.map(({ quote }) => quote),
    )
    expect(quotes.length).toBeGreaterThan(0)
    for (const quote of quotes) expect(PLAN).toContain(quote)
  })

  it('runs a statement with parameters and warns where engines differ', async () => {
    const { stdout } = await guitu(
      'cypher',
      'MATCH (t:Target) WHERE t.year = $year RETURN t.value AS value, t.unit AS unit',
      '--param',
      'year=2025',
      '--json',
    )
    expect(JSON.parse(stdout)).toEqual([{ value: 60, unit: '%' }])
    const { stderr } = await guitu('cypher', 'MATCH (n:Place|Project) RETURN n.name AS name')
    expect(stderr).toMatch(/embedded engine/)
  })

  it('exports to a file what it exports to stdout', async () => {
    const out = join(root, 'graph.jsonl')
    await guitu('export', '--out', out)
    expect(readFileSync(out, 'utf8')).toBe((await guitu('export')).stdout)
  })

  it.each([
    ['verify', /broken invariants 0/],
    ['status', /revision:bingshan/],
    ['coverage', /句子 sentences/],
  ])('%s reports', async (command, report) => {
    const { code, stdout } = await guitu(command)
    expect(stdout).toMatch(report)
    expect(code).toBe(EXIT.done)
  })

  it('explains a text without a store', async () => {
    const { code, stdout } = await guitu('explain', '新开工甲溪水库。')
    expect(code).toBe(EXIT.done)
    expect(stdout).toContain('甲溪水库')
  })

  it('names every command, option and exit code in both languages', async () => {
    const { stdout } = await guitu('--help')
    for (const code of Object.values(EXIT)) expect(stdout).toMatch(new RegExp(`^ +${code} `, 'm'))
    for (const command of [
      'ingest',
      'ask',
      'cypher',
      'export',
      'explain',
      'verify',
      'coverage',
      'status',
      'worker',
    ])
      expect(stdout).toMatch(new RegExp(`^ +${command}\\b.*\\p{Script=Han}`, 'mu'))
  })
})

describe('Ctrl-C', { timeout: 60_000 }, () => {
  it('leaves nothing half done', async () => {
    const fresh = join(root, 'interrupted')
    const { code } = await runGuitu(['ingest', text, '--store', fresh], {
      beganToWrite: (interrupt) => interrupt(),
    })
    expect([EXIT.interrupted, EXIT.done]).toContain(code)
    const open = await openStore(fresh, { mode: 'read' })
    const revisions = await readRevisions(open)
    await open.close()
    expect(revisions.map(({ status }) => status)).toEqual(code === EXIT.done ? ['committed'] : [])
  })
})

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readEdits } from '../../corpus/kaizhou/made-up-edition/make.ts'
import { runGuitu } from './run-guitu.ts'

const corpus = join(import.meta.dirname, '../../corpus/kaizhou')
const texts = [join(corpus, 'plan.txt'), join(corpus, 'made-up-edition/plan.txt')] as const
const store = join(mkdtempSync(join(tmpdir(), 'guitu-diff-')), 'store')
const guitu = (...words: readonly string[]) => runGuitu([...words, '--store', store])

const said = (json: string) =>
  (JSON.parse(json) as readonly Record<string, unknown>[]).map(({ kind, subject, old, new: next }) =>
    JSON.stringify({ kind, subject, old, new: next }),
  )
const expected = readEdits()
  .flatMap(({ changes }) => changes)
  .map((change) => JSON.stringify(change))

beforeAll(async () => {
  for (const text of texts) expect((await guitu('ingest', text)).code).toBe(0)
}, 60_000)

describe('guitu diff', () => {
  it('reports exactly the documented edits, from two stored revisions', async () => {
    const { stdout } = await guitu('diff', 'kaizhou/31917', 'kaizhou', '--json')
    expect(said(stdout).sort()).toEqual([...expected].sort())
  }, 30_000)

  it('reports the same from the two files', async () => {
    const { stdout } = await runGuitu(['diff', ...texts, '--files', '--json'])
    expect(said(stdout).sort()).toEqual([...expected].sort())
  }, 30_000)

  it.each([
    ['ordinals', '1', '2'],
    ['ordinals of a plan', 'kaizhou#1', 'kaizhou#2'],
    ['labels', '31917f00494f', '637eae2d7c21'],
  ])(
    'takes %s for revisions',
    async (_, old, next) => {
      const { stdout } = await guitu('diff', old, next, '--json')
      expect(said(stdout).length).toBe(expected.length)
    },
    30_000,
  )

  it.each([['--files'], ['--markdown']])(
    'names both texts and their rules, and says values in Chinese, with %s',
    async (option) => {
      const { stdout } =
        option === '--files'
          ? await runGuitu(['diff', ...texts, '--files', '--full'])
          : await guitu('diff', '1', '2', option)
      expect(stdout).toMatch(
        /旧 old：重庆市开州区新型城镇化规划.*revision:kaizhou\/31917f00494f.*规则 rules [0-9a-f]+/,
      )
      expect(stdout).toMatch(/新 new：.*（虚构修订版）.*revision:kaizhou\/637eae2d7c21/)
      expect(stdout.replace(/\s|║|│/g, '')).toMatch(/推进advance/)
      expect(stdout.replace(/\s|║|│/g, '')).toMatch(/不低于>=/)
    },
    30_000,
  )

  it('compares a plan with a notice that amends it as the plan and what the notice leaves of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guitu-files-'))
    const plan = join(folder, 'plan.txt')
    const notice = join(folder, 'notice.txt')
    writeFileSync(
      plan,
      '甲县水利规划（2021—2025年）\n\n新建甲溪水厂、乙河水厂。\n到2025年，常住人口城镇化率达到60%。\n',
    )
    writeFileSync(
      notice,
      '关于调整《甲县水利规划（2021—2025年）》的通知\n\n取消乙河水厂。\n将常住人口城镇化率2025年目标由60%调整为62%。\n',
    )
    writeFileSync(join(folder, 'plan.json'), '{"jurisdiction": "重庆市/开州区", "id": "water"}')
    const { stdout } = await runGuitu(['diff', plan, notice, '--files', '--json'])
    expect(said(stdout).map((change) => JSON.parse(change))).toMatchObject([
      { kind: 'target_raised', old: 60, new: 62 },
      { kind: 'project_dropped', subject: '乙河水厂' },
    ])
  }, 30_000)

  it('names the revisions there are when none is meant', async () => {
    const { code, stderr } = await guitu('diff', 'unknown', 'kaizhou')
    expect(code).toBe(8)
    expect(stderr).toContain('revision:kaizhou/')
  }, 30_000)
})

describe('guitu withdraw', () => {
  it('revives what the revision had retired', async () => {
    const revision = 'revision:kaizhou/637eae2d7c21'
    expect((await guitu('withdraw', revision, '--why', '试')).code).toBe(0)
    const { stdout } = await guitu('status', '--json')
    expect(stdout).toContain('withdrawn')
    expect((await guitu('verify')).code).toBe(0)
  }, 30_000)
})

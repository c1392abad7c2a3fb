import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runGuitu } from './run-guitu.ts'

const folder = mkdtempSync(join(tmpdir(), 'guitu-history-'))
const guitu = (...words: readonly string[]) => runGuitu([...words, '--store', join(folder, 'store')])

const EDITIONS = [
  ['2021', '2021-2025', '到2025年，常住人口城镇化率达到60%。\n'],
  ['2023', '2021-2025', '到2025年，常住人口城镇化率达到65%。\n'],
  ['2026', '2026-2030', '到2030年，常住人口城镇化率达到70%。\n'],
] as const

beforeAll(async () => {
  for (const [year, period, text] of EDITIONS) {
    const file = join(folder, `${year}.txt`)
    writeFileSync(file, text)
    const flags = ['--plan', `k-${period}`, '--title', '开州区发展规划', '--jurisdiction', '重庆市/开州区']
    const said = await guitu(
      'ingest',
      file,
      ...flags,
      '--period',
      period,
      '--issued',
      `${year}-01-01`,
      '--yes',
    )
    expect(said.code).toBe(0)
  }
}, 60_000)

describe('guitu history', () => {
  it('follows an indicator through the revisions of its plan and the plan that succeeds it', async () => {
    const { stdout } = await guitu('history', '常住人口城镇化率', '--json')
    const { steps } = JSON.parse(stdout)
    expect(steps.map(({ event }: { event: string }) => event)).toEqual(['appears', 'changed', 'changed'])
    expect(steps.map(({ items }: { items: { value: string }[] }) => items[0]?.value)).toEqual([
      '= 60 %',
      '= 65 %',
      '= 70 %',
    ])
  })

  it('shows it as a table, each revision with what became of it', async () => {
    const { stdout } = await guitu('history', '城镇化率')
    expect(stdout).toMatch(/目标调高/)
    expect(stdout).toMatch(/常住人口城镇化率达到70%/)
  })

  it('says that nothing has this name', async () => {
    const { code, stderr } = await guitu('history', '不存在的水库')
    expect(code).toBe(8)
    expect(stderr).toContain('不存在的水库')
  })
})

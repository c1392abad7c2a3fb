import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { lastDay } from '../../cli/as-of.ts'
import { runGuitu } from './run-guitu.ts'

const folder = mkdtempSync(join(tmpdir(), 'guitu-as-of-'))
const guitu = (...words: readonly string[]) => runGuitu([...words, '--store', join(folder, 'store')])
const rate = (value: number) => `到2025年，常住人口城镇化率达到${value}%。\n`
const flags = ['--plan', 'k', '--title', '规划', '--jurisdiction', '重庆市/开州区']
const ASKED = 'MATCH (i:Indicator)-[:HAS_TARGET]->(t:Target) RETURN t.value AS value'

beforeAll(async () => {
  for (const [year, value] of [
    [2021, 60],
    [2023, 65],
  ] as const) {
    const file = join(folder, `${year}.txt`)
    writeFileSync(file, rate(value))
    const { code } = await guitu('ingest', file, ...flags, '--issued', `${year}-06-01`, '--yes')
    expect(code).toBe(0)
  }
}, 60_000)

describe('--as-of', () => {
  it.each([
    ['2022', 60],
    ['2023-05', 60],
    ['2023年6月1日', 65],
    ['1', 60],
    ['k#2', 65],
  ])('answers what was in force at %s', async (moment, value) => {
    const { stdout } = await guitu('cypher', ASKED, '--json', '--as-of', moment)
    expect(JSON.parse(stdout)).toEqual([{ value }])
  })

  it('is understood by ask and export, which say what was in force then', async () => {
    const asked = await guitu('ask', '2025年有哪些指标', '--as-of', '2022')
    expect(asked.stdout).toContain('60')
    expect(asked.stdout).not.toContain('65')
    expect(asked.stderr).toContain('当时在效力中')
    expect((await guitu('export', '--as-of', '2022')).stdout).not.toContain('达到65%')
  }, 30_000)

  it.each([['1999'], ['2022-13'], ['nothing']])('says of %s which revisions there are', async (moment) => {
    const { code, stderr } = await guitu('cypher', ASKED, '--as-of', moment)
    expect(code).toBe(8)
    expect(stderr).toMatch(/revision:k\/.*2021-06-01 印发/)
  })

  it('does not write into the past', async () => {
    expect((await guitu('cypher', ASKED, '--write', '--as-of', '2022')).code).toBe(2)
  })
})

describe('a date', () => {
  it.each([
    ['2023', '2023-12-31'],
    ['2023年', '2023-12-31'],
    ['2024-2', '2024-02-29'],
    ['2023-06-30', '2023-06-30'],
    ['2023年6月3日', '2023-06-03'],
    ['2023-02-30', undefined],
    ['12', undefined],
    ['kaizhou', undefined],
  ])('%s lasts until %s', (text, day) => expect(lastDay(text)).toBe(day))
})

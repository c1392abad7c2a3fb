import { describe, expect, it } from 'vitest'
import { diff } from '../../graph/diff/diff.ts'
import { indicatorKey } from '../../graph/diff/indicator-name.ts'
import type { RevisionFacts } from '../../graph/model.ts'
import { factsOf, type Line } from './facts.ts'

const target = (indicator: string, value: number, year: number): Line => ({
  kind: 'target',
  indicator,
  value,
  year,
})
const unit = (facts: RevisionFacts, to: string): RevisionFacts => ({
  ...facts,
  targets: facts.targets.map((one) => ({ ...one, unit: to })),
})
const reported = (facts: RevisionFacts): RevisionFacts => ({
  ...facts,
  targets: facts.targets.map((one) => ({ ...one, kind: 'baseline' })),
})
const fourteenth = (...lines: readonly Line[]) => factsOf({ plan: 'five-14', edition: '1', lines })
const fifteenth = (...lines: readonly Line[]) =>
  factsOf({ plan: 'five-15', edition: '1', period: [2026, 2030], lines })
const changesOf = (old: RevisionFacts, next: RevisionFacts) =>
  diff(old, next, () => undefined).map(({ kind, subject }) => `${kind} ${subject}`)

describe('a plan and the plan that succeeds it', () => {
  it('have years of their own, so that a number for the end of each is compared as a number alone', () => {
    expect(
      changesOf(fourteenth(target('城镇化率', 60, 2025)), fifteenth(target('城镇化率', 65, 2030))),
    ).toEqual(['target_raised 城镇化率'])
    expect(
      changesOf(fourteenth(target('城镇化率', 60, 2025)), fifteenth(target('城镇化率', 60, 2030))),
    ).toEqual([])
    expect(
      changesOf(fourteenth(target('城镇化率', 60, 2025)), fifteenth(target('城镇化率', 60, 2028))),
    ).toEqual(['target_year 城镇化率'])
  })

  it('report of different years, which is no change where only one of them does', () => {
    const report = reported(fourteenth(target('城镇化率', 60, 2020)))
    expect(changesOf(report, fifteenth(target('耕地面积', 5, 2030)))).toEqual(['target_added 耕地面积'])
  })
})

describe('two numbers', () => {
  it('are not compared across units', () => {
    const old = factsOf({ edition: '1', lines: [target('社会消费品零售额', 400, 2025)] })
    const next = factsOf({ edition: '2', lines: [target('社会消费品零售额', 5, 2025)] })
    expect(changesOf(unit(old, '亿元'), next)).toEqual([
      'target_dropped 社会消费品零售额',
      'target_added 社会消费品零售额',
    ])
  })

  it('are of one indicator under its long and its short name', () => {
    const old = factsOf({ edition: '1', lines: [target('化学需氧量排放总量', 8, 2025)] })
    const next = factsOf({ edition: '2', lines: [target('化学需氧量排放量', 6, 2025)] })
    expect(changesOf(old, next)).toEqual(['target_lowered 化学需氧量排放量'])
  })
})

describe('the name by which an indicator is compared', () => {
  it.each([
    ['单位GDP用水量下降', '单位国内生产总值用水量'],
    ['单位地区生产总值能耗降低', '单位GDP能耗'],
    ['细颗粒物（PM2.5）浓度', 'PM2.5浓度'],
    ['氨氮排放总量', '氨氮排放量'],
  ])('is one for %s and %s', (one, other) => expect(indicatorKey(one)).toBe(indicatorKey(other)))

  it.each([
    ['城镇居民人均可支配收入', '农村居民人均可支配收入'],
    ['居民人均可支配收入', '居民人均可支配收入年均增长'],
    ['城市建成区绿化覆盖率', '城市建成区绿地率'],
  ])('is not one for %s and %s', (one, other) => expect(indicatorKey(one)).not.toBe(indicatorKey(other)))
})

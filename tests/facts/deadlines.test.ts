import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../../pipeline/facts/deadlines.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import type { Reading } from '../../pipeline/records.ts'
import { aReading } from './a-reading.ts'

const knowledge = loadKnowledge()
const of = (reading: Reading, periodStart: number | undefined) =>
  findDeadlines(periodStart ? { ...reading, plan: { ...reading.plan, periodStart } } : reading, knowledge)
    .mentions
const found = (text: string, year?: number) => of(aReading(text), year)

describe('a deadline', () => {
  it.each<[string, string, string, string]>([
    ['到2025年，建成甲溪水库。', '2025年', '2025-01-01', '2025-12-31'],
    ['力争2026年底前建成。', '2026年底', '2026-01-01', '2026-12-31'],
    ['2025年6月底前完成。', '2025年6月底前', '2025-06-01', '2025-06-30'],
    ['2025年2月底前完成。', '2025年2月底前', '2025-02-01', '2025-02-28'],
    ['2025年6月15日前完成。', '2025年6月15日前', '2025-06-01', '2025-06-15'],
    ['9月底前完成整治。', '2024年9月底前', '2024-09-01', '2024-09-30'],
    ['年底前，完成整治。', '2024年底', '2024-01-01', '2024-12-31'],
    ['今年开工建设。', '2024年', '2024-01-01', '2024-12-31'],
    ['2025年上半年开工。', '2025年上半年', '2025-01-01', '2025-06-30'],
    ['2025年6月至9月实施。', '2025年6月至9月', '2025-06-01', '2025-09-30'],
    ['于3月底前报送方案。', '2024年3月底前', '2024-03-01', '2024-03-31'],
    ['6月—9月开展排查。', '2024年6月至9月', '2024-06-01', '2024-09-30'],
    ['2024年11月至2025年3月实施。', '2024年11月至2025年3月', '2024-11-01', '2025-03-31'],
    ['2024—2026年实施。', '2024—2026年', '2024-01-01', '2026-12-31'],
    ['“十五五”期间建成。', '“十五五”时期', '2026-01-01', '2030-12-31'],
    ['到“十五五”末建成。', '“十五五”末', '2026-01-01', '2030-12-31'],
    ['2025年汛前完成泵站扩容。', '2025年汛前', '2025-01-01', '2025-05-31'],
    ['2026年供暖季前建成。', '2026年供暖季前', '2026-01-01', '2026-10-31'],
    ['汛前完成清淤。', '2024年汛前', '2024-01-01', '2024-05-31'],
    ['力争上半年投产。', '2024年上半年', '2024-01-01', '2024-06-30'],
    ['确保三季度开工。', '2024年三季度', '2024-07-01', '2024-09-30'],
    ['二〇三五年基本实现。', '2035年', '2035-01-01', '2035-12-31'],
  ])('%s gives %s', (text, name, start, end) => {
    expect(found(text, 2024).map((m) => ({ name: m.name, ...m.attributes }))).toEqual([{ name, start, end }])
  })

  it.each([
    '2020年全县完成改造。',
    '每年安排资金。',
    '开展汛前检查。',
    '比2025年增长5%。',
    '自2025年起施行。',
    '落实《丙山县2025年工作方案》。',
    '编制“十五五”规划。',
    '前三季度增长8%。',
    '上半年增长8%。',
    '做好汛前检查。',
    '加强汛前准备。',
    '国庆后开放日。',
  ])('is not found in %s', (text) => {
    expect(found(text, 2024)).toEqual([])
  })

  it('keeps what the text writes in its span', () => {
    const reading = aReading('到2025年，全面建成。')
    const [mention] = of(reading, 2024)
    expect(reading.document.text.slice(mention?.span.start, mention?.span.end)).toBe('2025年')
  })

  it('is only believed with a word of term where the plan’s year is unknown', () => {
    expect(found('到2025年建成。')).toHaveLength(1)
    expect(found('2019年建成。')).toEqual([])
    expect(found('今年建成。')).toEqual([])
  })
})

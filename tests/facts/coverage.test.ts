import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDepartments } from '../../pipeline/facts/departments.ts'
import { findResponsibilities } from '../../pipeline/facts/responsibilities.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { aReading } from './a-reading.ts'

const knowledge = loadKnowledge()
const coverageOf = (...lines: readonly string[]) => {
  const reading = aReading(...lines)
  const { mentions: departments } = findDepartments(reading, knowledge)
  const given = { deadlines: [], documents: [], places: [], projects: [], indicators: [], targets: [] }
  return findResponsibilities(reading, knowledge, { ...given, departments }).coverage
}
const wordsOf = fc.array(
  fc.constantFrom(
    '坚持',
    '新建',
    '水厂',
    '县水利局',
    '负责',
    '，',
    '。',
    '（',
    '）',
    '2座',
    '已',
    '责任单位：',
    '1.',
  ),
  {
    minLength: 1,
    maxLength: 12,
  },
)

describe('coverage', () => {
  it.each([
    ['新建水厂2座。', 'understood', 'commitment-clause'],
    ['坚持以人民为中心。', 'exhortation', 'guiding-thought'],
    ['综合实力显著增强。', 'exhortation', 'reported-past'],
    ['坚持节约优先，建立用水台账。', 'understood', 'commitment-clause'],
    ['居民收入增速高于全市平均水平。', 'understood', 'commitment-clause'],
    ['产业兴则城市兴，城市美则生活美。', 'exhortation', 'attitude'],
    ['甲溪拥有好山好水的资源禀赋，风光秀丽。', 'exhortation', 'description'],
    ['生产方式转型成效明显，碳排放强度稳步降低。', 'exhortation', 'aim-without-figure'],
    ['风从东边来，水往低处走。', 'not understood', undefined],
  ])('%s is %s', (line, status, rule) => {
    const { items } = coverageOf(line)
    expect(items.map((item) => [item.status, item.rule])).toEqual([[status, rule]])
  })

  it('does not count headings', () => {
    expect(coverageOf('# 一、总则', '新建水厂2座。').sentences).toBe(1)
  })

  it('accounts for every sentence of any text', () => {
    fc.assert(
      fc.property(fc.array(wordsOf, { minLength: 1, maxLength: 5 }), (lines) => {
        const { sentences, understood, exhortation, notUnderstood, items } = coverageOf(
          ...lines.map((words) => words.join('')),
        )
        expect(understood + exhortation + notUnderstood).toBe(sentences)
        expect(items).toHaveLength(sentences)
      }),
      { numRuns: 60 },
    )
  })
})

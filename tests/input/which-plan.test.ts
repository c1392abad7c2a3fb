import { describe, expect, it } from 'vitest'
import { familyOf } from '../../pipeline/input/family.ts'
import { type KnownPlan, sharedLines, whichPlan } from '../../pipeline/input/which-plan.ts'

const PLACE = '辰州省/丙山县'
const known: readonly KnownPlan[] = [
  {
    id: 'towns',
    title: '丙山县新型城镇化规划（2021—2035年）',
    jurisdiction: PLACE,
    periodStart: 2021,
    periodEnd: 2035,
  },
  { id: 'five', title: '丙山县“十四五”水利规划', jurisdiction: PLACE, periodStart: 2021, periodEnd: 2025 },
  {
    id: 'annual',
    title: '丙山县2024年重点工作实施方案',
    jurisdiction: PLACE,
    periodStart: 2024,
    periodEnd: 2024,
  },
  { id: 'undated', title: '丙山县水污染防治方案', jurisdiction: PLACE },
]
const asked = (title: string, start?: number, end = start, jurisdiction = PLACE) => ({
  title,
  jurisdiction,
  ...(start === undefined || end === undefined ? {} : { periodStart: start, periodEnd: end }),
})
const decided = (identity: Omit<KnownPlan, 'id'>, share = 0) => {
  const found = whichPlan(identity, known, () => share)
  return found.kind === 'same' ? found.plan.id : found.kind
}

describe('the family of a title', () => {
  it.each([
    ['丙山县新型城镇化规划（2021—2035年）', '丙山县新型城镇化规划（2021—2035年）（修订版）'],
    ['丙山县新型城镇化规划', '丙山县新型城镇化规划修订稿'],
    ['丙山县“十四五”水利规划', '丙山县“十四五”水利规划中期调整方案'],
    ['丙山县“十四五”水利规划', '丙山县“十五五”水利规划'],
    ['丙山县2024年重点工作实施方案', '丙山县2025年度重点工作实施方案'],
    [
      '中华人民共和国国民经济和社会发展第十个五年计划纲要',
      '中华人民共和国国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
    ],
    [
      '丙山县国民经济和社会发展第十三个五年规划纲要',
      '丙山县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要',
    ],
    ['关于印发《丙山县水利规划》的通知', '丙山县水利规划（征求意见稿）'],
    ['丙山县人民政府工作报告', '丙山县政府工作报告'],
  ])('is one for %s and %s', (one, other) => {
    expect(familyOf(one, PLACE)).toBe(familyOf(other, PLACE))
  })

  it.each([
    ['丙山县水利规划', '丙山县水利规划实施方案'],
    ['丙山县水利规划', '丙山县水安全规划'],
    ['丙山县重点工作实施方案', '丙山县重点工作行动计划'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(familyOf(one, PLACE)).not.toBe(familyOf(other, PLACE))
  })
})

describe('which plan a text belongs to', () => {
  it.each([
    [
      'a title that gains （修订版）',
      asked('丙山县新型城镇化规划（2021—2035年）（修订版）', 2021, 2035),
      'towns',
    ],
    ['an adjustment in the middle', asked('丙山县“十四五”水利规划中期调整方案', 2021, 2025), 'five'],
    ['the next period', asked('丙山县“十五五”水利规划', 2026, 2030), 'new'],
    ['the next year', asked('丙山县2025年重点工作实施方案', 2025), 'new'],
    ['the same year', asked('丙山县2024年重点工作实施方案', 2024), 'annual'],
    ['another place', asked('丁水县新型城镇化规划', 2021, 2035, '辰州省/丁水县'), 'new'],
    ['another family of the same period', asked('丙山县“十四五”交通规划', 2021, 2025), 'new'],
    ['a title alone', asked('丙山县新型城镇化规划'), 'unclear'],
    ['a title alone, also where neither says a period', asked('丙山县水污染防治方案'), 'unclear'],
    ['periods that overlap', asked('丙山县新型城镇化规划（2023—2035年）', 2023, 2035), 'unclear'],
    [
      'an edition of a period that overlaps',
      asked('丙山县新型城镇化规划（2023—2035年）（修编）', 2023, 2035),
      'towns',
    ],
  ])('%s', (_name, identity, expected) => {
    expect(decided(identity)).toBe(expected)
  })

  it.each([
    ['a title alone', asked('丙山县新型城镇化规划'), 'towns'],
    ['a similar title', asked('丙山县城镇化规划', 2021, 2035), 'unclear'],
    ['the next year, whose text is much the same', asked('丙山县2025年重点工作实施方案', 2025), 'new'],
  ])('where most of the text is the same: %s', (_name, identity, expected) => {
    expect(decided(identity, 0.8)).toBe(expected)
  })

  it('weighs common lines by their length', () => {
    expect(sharedLines('甲乙丙\n丁\n', '甲 乙丙\n')).toBeCloseTo(0.75)
  })
})

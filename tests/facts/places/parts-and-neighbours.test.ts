/** Places told by what stands around them: parts of zones, siblings among headings, counties of the plan's own city, waters of a list. */
import { describe, expect, it } from 'vitest'
import { namesOf } from './read-text.ts'

describe('parts of a zone', () => {
  it.each<[string, readonly string[]]>([
    ['依托城西商务区，建设城西商务区核心区。', ['城西商务区', '城西商务区核心区']],
    ['提升城西商务区核心区域品质，城西商务区更美。', ['城西商务区']],
  ])('%s', (text, names) => expect(namesOf(text)).toEqual(names))
})

describe('headings', () => {
  const plan = (titles: readonly string[]) =>
    `三、重点片区\n${titles.map((title, index) => `（${'一二三四'[index]}）${title}\n提升品质。`).join('\n')}\n`

  it('are places where most of their siblings are', () => {
    expect(namesOf(plan(['城西商务区', '肖口镇', '循环经济产业基地']))).toEqual([
      '城西商务区',
      '肖口镇',
      '循环经济产业基地',
    ])
  })
  it('are none among headings of another kind', () => {
    expect(namesOf(plan(['完善设施', '优化布局', '循环经济产业基地']))).toEqual([])
  })
})

describe('counties of the city whose plan it is', () => {
  const longnan = '甘肃省/陇南市'
  it.each<[string, string, readonly string[]]>([
    ['names of two characters', '总结推广成县、康县城市建设经验。', ['成县', '康县']],
    ['short forms that are common names', '在康县、两当开展试点。', ['康县', '两当县']],
    ['not the end of 县域', '完善文县域商业体系。', []],
  ])('%s', (_, text, names) => expect(namesOf(text, longnan)).toEqual(names))

  it.each<[string, readonly string[]]>([
    ['在永安、建宁开展试点。', ['永安市', '建宁县']],
    ['以“更新城市、振兴乡村”为目标。', []],
  ])('%s', (text, names) => expect(namesOf(text, '福建省/三明市')).toEqual(names))
})

describe('waters', () => {
  it.each<[string, readonly string[]]>([
    ['推进颍河、共产主义渠、茨河综合治理。', ['颍河', '共产主义渠', '茨河']],
    ['保护老泾塘两侧风貌。', ['老泾塘']],
    ['力促南山高速建成通车。', []],
  ])('%s', (text, names) => expect(namesOf(text)).toEqual(names))
})

describe('what is no place either', () => {
  it.each([
    '新建污水泵站1座。',
    '推进甲砂、乙墩两大灌区建设。',
    '县水利局会同县政府督查室开展督查。',
    '打造综合交通枢纽。',
    '推进美丽河湖建设。',
    '启动德福、洗马滩、黑沟湾等水库。',
  ])('%s', (text) => expect(namesOf(text)).toEqual([]))
})

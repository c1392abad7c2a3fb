import { describe, expect, it } from 'vitest'
import { factsOf, placesOf } from './read-text.ts'

describe('PART_OF', () => {
  it.each<[string, string, readonly string[]]>([
    ['a place behind its town', '建设肖口镇狮寨片区。', ['狮寨片区 → 肖口镇 stated']],
    [
      'two of a kind behind one town',
      '建设肖口镇狮寨片区古槐片区。',
      ['狮寨片区 → 肖口镇 stated', '古槐片区 → 肖口镇 stated'],
    ],
    [
      'villages of one list',
      '改造肖口镇李庄村和王楼村。',
      ['李庄村 → 肖口镇 stated', '王楼村 → 肖口镇 stated'],
    ],
    ['位于', '肖口镇位于城西示范区域。', ['肖口镇 → 城西示范区域 stated']],
    [
      'a list of parts',
      '城西新区包括肖口镇、关集镇。',
      ['肖口镇 → 城西新区 stated', '关集镇 → 城西新区 stated'],
    ],
    ['纳入', '将肖口镇、关集镇纳入城西新区。', ['肖口镇 → 城西新区 stated', '关集镇 → 城西新区 stated']],
    ['等 before a region', '引导阜阳等皖北货源转移。', ['阜阳市 → 皖北 stated']],
    ['a river through a town', '治理颍河肖口镇段。', []],
    ['two regions side by side', '打造皖北皖江增长极。', []],
  ])('%s', (_, text, expected) => expect(factsOf(text, 'PART_OF')).toEqual(expected))

  it('lends the heading, with its words as second evidence', () => {
    const text = '第一节  加速完善城西城市带\n全面建成歇马、红光片区。\n'
    expect(factsOf(text, 'PART_OF')).toEqual([
      '歇马片区 → 城西城市带 inherited',
      '红光片区 → 城西城市带 inherited',
    ])
    const [fact] = placesOf(text).facts
    expect(fact?.evidence.map(({ span, part }) => [part, text.slice(span.start, span.end)])).toEqual([
      ['clause', '歇马'],
      ['heading', '城西城市带'],
    ])
  })
  it('lends nothing from a heading that names a work', () => {
    expect(factsOf('1.颍河左岸堤防加固工程。位于旧县镇境内。\n', 'PART_OF')).toEqual([])
  })
})

describe('HAS_LEVEL', () => {
  it('reads a ranked opening', () => {
    const text = '第二级：区域重点镇。肖口镇、关集镇2个镇，人口约1万人。\n'
    expect(factsOf(text, 'HAS_LEVEL')).toEqual([
      '肖口镇 → 第二级：区域重点镇 inherited',
      '关集镇 → 第二级：区域重点镇 inherited',
    ])
  })
  it('doubts a list whose stated count is another', () => {
    const { facts } = placesOf('第二级：区域重点镇。肖口镇、关集镇5个镇。\n')
    expect(facts.map(({ confidence }) => confidence)).toEqual([0.6, 0.6])
  })
  it('reads a class before its list', () => {
    expect(factsOf('重点镇包括肖口镇、关集镇。', 'HAS_LEVEL')).toEqual([
      '肖口镇 → 重点镇 stated',
      '关集镇 → 重点镇 stated',
    ])
  })
})

describe('HAS_FUNCTION', () => {
  const table = '\t范围\n\t名称\n\t城镇功能\n\n\t重点镇\n\t肖口镇\n\t旅游型\n\n\t\n\t关集镇\n\t商贸型\n\n'
  it('reads a table, and the merged cell above as level', () => {
    const text = `专栏1  城镇功能定位\n\n${table}\n`
    expect(factsOf(text, 'HAS_FUNCTION')).toEqual(['肖口镇 → 旅游型 stated', '关集镇 → 商贸型 stated'])
    expect(factsOf(text, 'HAS_LEVEL')).toEqual(['肖口镇 → 重点镇 inherited', '关集镇 → 重点镇 inherited'])
  })
})

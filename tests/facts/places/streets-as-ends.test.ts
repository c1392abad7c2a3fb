import { describe, expect, it } from 'vitest'
import { namesOf } from './read-text.ts'

describe('streets at the ends of a stretch', () => {
  it.each<[string, string, readonly string[]]>([
    ['in a bracket', '打通青云路（松柏二路至滨河大道）。', ['松柏二路', '滨河大道']],
    ['joined by a dash', '打通海棠路（迎宾大道—学府街段）。', ['迎宾大道', '学府街']],
    ['with a word in front that elsewhere is a verb', '新建青云路（建设路至松柏路）。', ['建设路', '松柏路']],
    ['before what is built on them', '贯通文昌路至临江北路段骑楼街。', ['文昌路', '临江北路']],
    ['a bridge by a street’s name', '修复青云路（迎宾路桥—滨河街）。', ['迎宾路桥', '滨河街']],
  ])('%s', (_, text, expected) => expect(namesOf(text)).toEqual(expected))

  it.each<[string, string, readonly string[]]>([
    ['a road between towns', '推进肖口镇至关集镇公路建设。', ['肖口镇', '关集镇']],
    ['a stretch of road', '推进青石村至白滩村路段硬化。', ['青石村', '白滩村']],
  ])('near miss: %s', (_, text, expected) => expect(namesOf(text)).toEqual(expected))
})

describe('other ends', () => {
  it.each<[string, string, readonly string[]]>([
    ['of a dike, in a bracket', '完成丰乐河堤防（石头滩至杨家坝）工程。', ['丰乐河', '石头滩', '杨家坝']],
    ['roads by number', '开工建设城北外环路（G312至S205段）。', ['G312', 'S205']],
    ['a number before a name is the line itself', '实施G228青石至白滩段改建。', ['青石', '白滩']],
  ])('%s', (_, text, expected) => expect(namesOf(text)).toEqual(expected))

  it('is not a span of time or ages in a bracket', () => {
    expect(namesOf('建设幼儿园项目（小班至大班）。')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { stemsOf } from '../pipeline/facts/resolve/stems.ts'
import { loadKnowledge } from '../pipeline/knowledge.ts'
import { pinyinForms } from '../pipeline/pinyin.ts'

describe('pinyin', () => {
  it.each([
    [['浦里'], ['pl', 'pu li', 'puli']],
    [['重庆市'], ['chong qing shi', 'chongqingshi', 'cqs']],
    [['220千伏变电站'], ['220 qian fu bian dian zhan', '220qfbdz', '220qianfubiandianzhan']],
    [['吕河'], ['lv he', 'lvhe', 'lh']],
    [['GDP'], []],
  ])('of %s', (names, forms) => {
    expect([...pinyinForms(names)].sort()).toEqual([...forms].sort())
  })
})

describe('the name people search for', () => {
  const tails = loadKnowledge().table('name-tails')
  it.each([
    ['浦里新区', ['浦里']],
    ['浦里城市带', ['浦里']],
    ['甲溪镇', ['甲溪']],
    ['甲镇', []],
    ['甲溪', []],
  ])('of %s leaves its class word out', (name, stems) => {
    expect(stemsOf('Place', name, tails)).toEqual(stems)
  })
})

import { describe, expect, it } from 'vitest'
import { placedWorks } from './read-works.ts'

describe('works and the places that their clause names', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'what a clause turns to holds for the works behind the comma, not for the next',
      '以戴窑镇、茅山镇为重点，新建污水处理站4座，铺设管网20公里。',
      ['污水处理站 → 戴窑镇', '污水处理站 → 茅山镇'],
    ],
    [
      'and without a comma',
      '以凤凰湖水库、黑龙潭水库等水源地为重点建设生态隔离带。',
      ['生态隔离带 → 凤凰湖水库', '生态隔离带 → 黑龙潭水库'],
    ],
    [
      'subdistricts that no list knows',
      '在城东、城西等街道新建公园3个。',
      ['公园 → 城东街道', '公园 → 城西街道'],
    ],
    [
      'grounds by their whole names',
      '在姜堰经济开发区、溱潼物流园新建充电站3座。',
      ['充电站 → 姜堰经济开发区', '充电站 → 溱潼物流园'],
    ],
    [
      'grounds behind a division in full, and one of the jurisdiction',
      '在市高新技术产业开发区、泰兴市黄桥古镇建设标准厂房10万平方米。',
      ['标准厂房 → 市高新技术产业开发区', '标准厂房 → 泰兴市', '标准厂房 → 黄桥古镇'],
    ],
    ['near miss: classes of grounds', '在重点景区、产业园区新建充电站20座。', []],
    ['near miss: classes of areas', '围绕国家公园、湿地建设步道。', []],
    ['near miss: everyday words before a class', '推动教育、医疗等街道服务下沉。', []],
  ])('%s', (_, text, expected) => expect(placedWorks(text)).toEqual([...expected].sort()))
})

import { describe, expect, it } from 'vitest'
import { findTargets } from '../../pipeline/facts/targets.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import type { Mention, Target } from '../../pipeline/records.ts'
import { aReading, mention } from './a-reading.ts'

const knowledge = loadKnowledge()
const read = (lines: readonly string[], named: readonly string[] = []) => {
  const reading = aReading(...lines)
  const places = named.map((name) => mention(reading, 'Place', name))
  const given = { deadlines: [], documents: [], places, departments: [], projects: [] }
  return findTargets(reading, knowledge, given).facts.map(({ subject, object }) => {
    const { value, comparator, unit, year, nature, place } = object as Target
    const tail = [year, nature, place && `@${place.name}`].filter((part) => part !== undefined)
    return [`${(subject as Mention).name} ${comparator} ${value}${unit}`, ...tail].join(' ')
  })
}

describe('figures of a list', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a qualifier that stands for another',
      '城市、建制镇污水处理率分别达到95%和80%。',
      ['城市污水处理率 = 95%', '建制镇污水处理率 = 80%'],
    ],
    [
      'the rate of what is done',
      '污水、生活垃圾处理率分别达到95%、98%。',
      ['污水处理率 = 95%', '生活垃圾处理率 = 98%'],
    ],
    [
      'all behind a common last character',
      '出租车、物流车中新能源车占比分别不低于60%、50%。',
      ['出租车中新能源车占比 >= 60%', '物流车中新能源车占比 >= 50%'],
    ],
    [
      'the deed that undoes what is counted',
      '治理中小河流96.4公里、水土流失262.8平方公里，解决诉求事项50件。',
      ['中小河流治理 = 96.4公里', '水土流失治理 = 262.8平方公里', '诉求事项解决 = 50件'],
    ],
    ['one deed of several in no name', '新建和改造提升高标准农田10万亩。', ['高标准农田 = 10万亩']],
    [
      'sums are not added',
      '新增电商企业50家、电商交易总额180亿元。',
      ['新增电商企业 = 50家', '电商交易总额 = 180亿元'],
    ],
    ['nor one deed of a chain', '新建改造提升高标准农田240万亩。', ['高标准农田 = 240万亩']],
    ['a deed in brackets', '新建（改造）市政排水管网282公里。', ['市政排水管网 = 282公里']],
    [
      'the deed within a measure',
      '治理水土流失面积490平方公里，更新老旧电梯不少于600部。',
      ['水土流失治理面积 = 490平方公里', '老旧电梯更新 >= 600部'],
    ],
    [
      'what is added, said before the first',
      '新增公共停车位1万个、共享车位2000个。',
      ['新增公共停车位 = 1万个', '新增共享车位 = 2000个'],
    ],
    [
      'figures in the order of the names, without a word that says so',
      '新材料、高端装备产业增加值增长13.6%、9.8%。',
      ['新材料产业增加值 change 13.6%', '高端装备产业增加值 change 9.8%'],
    ],
    [
      'one figure for each',
      '光电信息、医药健康产业产值均增长10%。',
      ['光电信息产业产值 change 10%', '医药健康产业产值 change 10%'],
    ],
    [
      'a measure that goes on about the thing before',
      '粮食播种面积499.7万亩、产量168.7万吨。',
      ['粮食播种面积 = 499.7万亩', '粮食产量 = 168.7万吨'],
    ],
    ['not those who gain by it', '改造老旧小区23个，近3000户居民从中受益。', ['老旧小区改造 = 23个']],
    ['not what says which things are meant', '全县在全国占比超过10%的有44种、超过20%的有23种。', []],
    [
      'behind a colon',
      '粮食、油料产量分别为：18万吨、2.3万吨。',
      ['粮食产量 = 18万吨', '油料产量 = 2.3万吨'],
    ],
    [
      'each behind what it is of',
      '污水处理率分别达到：县城95%、集镇80%。',
      ['县城污水处理率 = 95%', '集镇污水处理率 = 80%'],
    ],
    [
      'townspeople and villagers behind 城乡',
      '城乡低保标准分别提高到每人每月620元、480元。',
      ['城市低保标准 = 620元', '农村低保标准 = 480元'],
    ],
    [
      'the indicator before, for a word beside its first',
      '城市防洪标准达到50年一遇，乡镇达到20年一遇。',
      ['城市防洪标准 = 50年一遇', '乡镇防洪标准 = 20年一遇'],
    ],
    [
      'the head of the first',
      '供水工程投资15亿元、防洪工程12亿元。',
      ['供水工程投资 = 15亿元', '防洪工程投资 = 12亿元'],
    ],
    [
      'a growth, then what it comes to',
      '地区生产总值年均增长7%左右，达到265亿元。',
      ['地区生产总值年均增长 about 7%', '地区生产总值 = 265亿元'],
    ],
    [
      'nothing of what came before where the first of a pair is not understood',
      '基层首诊率达65%；甲、乙分别给予每户620元、480元。',
      ['基层首诊率 = 65%'],
    ],
    [
      'an indicator said before a colon, for what stands before each figure',
      '（1）年径流总量控制率：新建区不低于75%，改造区不低于65%。',
      ['新建区年径流总量控制率 >= 75%', '改造区年径流总量控制率 >= 65%'],
    ],
    [
      'one name for figures of things said before',
      '对应设计降雨量分别为26.8mm和18.5mm。',
      ['设计降雨量 = 26.8mm', '设计降雨量 = 18.5mm'],
    ],
    [
      'a growth of one name for several',
      '牛羊出栏分别增长5.2%、1.9%。',
      ['牛羊出栏 change 5.2%', '牛羊出栏 change 1.9%'],
    ],
    [
      'a growth for each of the names before',
      '城镇、农村居民收入分别达到4.5万元、2.1万元，分别增长4.8%和7.2%。',
      [
        '城镇居民收入 = 4.5万元',
        '农村居民收入 = 2.1万元',
        '城镇居民收入 change 4.8%',
        '农村居民收入 change 7.2%',
      ],
    ],
    ['a standard behind its figure', '重点城市达到50年一遇防洪标准。', ['重点城市防洪标准 = 50年一遇']],
    ['和 that begins a word', '建设农田3.6万亩、和美乡村12个。', ['农田 = 3.6万亩', '和美乡村 = 12个']],
    ['a comparator in two words', '透水铺装率大于等于50%。', ['透水铺装率 >= 50%']],
    [
      'three shares in one ratio',
      '三次产业结构调整为13：40.5：46.5。',
      ['第一产业占比 = 13%', '第二产业占比 = 40.5%', '第三产业占比 = 46.5%'],
    ],
    [
      'a nature in brackets',
      '优良天数比率达到86.5%（约束性），堤防达标率达到80%（预期性指标）。',
      ['优良天数比率 = 86.5% 约束性', '堤防达标率 = 80% 预期性'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read([text])).toEqual(expected)
  })

  it.each<[string, string, readonly string[]]>([
    [
      'as many places as figures before one name',
      '2024年，甲溪镇、乙河镇供水量分别达到120万吨、80万吨以上。',
      ['供水量 >= 120万吨 2024 @甲溪镇', '供水量 >= 80万吨 2024 @乙河镇'],
    ],
    [
      'each place before its figure',
      '供水普及率分别为：甲溪镇98%、乙河镇95%。',
      ['供水普及率 = 98% @甲溪镇', '供水普及率 = 95% @乙河镇'],
    ],
    [
      'the place that opens its part of the sentence',
      '甲溪镇：受益人口1.1万人；乙河镇：受益人口0.7万人。',
      ['受益人口 = 1.1万人 @甲溪镇', '受益人口 = 0.7万人 @乙河镇'],
    ],
    [
      'the indicator before, for another place',
      '甲溪镇总产值突破200亿元、乙河镇力争达到100亿元。',
      ['总产值 > 200亿元 @甲溪镇', '总产值 = 100亿元 @乙河镇'],
    ],
  ])('places: %s', (_, text, expected) => {
    expect(read([text], ['甲溪镇', '乙河镇'])).toEqual(expected)
  })

  it('the indicator of a sentence before “；” is that of the next, which does not name it', () => {
    const reading = ['到2017年，管网漏损率控制在12%以内；', '到2020年，控制在10%以内。']
    expect(read([reading.join('')])).toEqual(['管网漏损率 <= 12% 2017', '管网漏损率 <= 10% 2020'])
  })
})

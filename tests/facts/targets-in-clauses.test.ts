import { describe, expect, it } from 'vitest'
import { findTargets } from '../../pipeline/facts/targets.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import type { Mention, Target } from '../../pipeline/records.ts'
import { aReading, mention } from './a-reading.ts'

const knowledge = loadKnowledge()
const read = (sentence: string, named: readonly string[] = []) => {
  const reading = aReading(sentence)
  const places = named.map((name) => mention(reading, 'Place', name))
  const given = { deadlines: [], documents: [], places, departments: [], projects: [] }
  return findTargets(reading, knowledge, given).facts.map(({ subject, object }) => {
    const { value, comparator, unit } = object as Target
    return `${(subject as Mention).name} ${comparator} ${value}${unit}`
  })
}

describe('names that a clause stands around', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'the subject of a predicate that ends in 、',
      '机电产品出口表现突出、增长27.5%。',
      ['机电产品出口 change 27.5%'],
    ],
    ['its first figure is no number', '陶瓷产业产值超百亿元、达118亿元。', ['陶瓷产业产值 = 118亿元']],
    ['the measure behind a clause', '集装箱码头建成投运、吞吐量达300万吨。', ['吞吐量 = 300万吨']],
    ['a list of names is no clause', '水果、蔬菜产量达到40万吨。', ['水果、蔬菜产量 = 40万吨']],
    ['a name begins with 对 and its partner', '对日出口增长12%。', ['对日出口 change 12%']],
    ['争取 and 到位资金', '争取到位资金60亿元。', ['到位资金 = 60亿元']],
    ['how prices are counted', '税收收入同口径增长4.5%。', ['税收收入 change 4.5%']],
    [
      'a place that opens a longer name',
      '甲州港集装箱吞吐量突破20万标箱。',
      ['甲州港集装箱吞吐量 > 20万标箱'],
    ],
    ['a day of the month', '9月15日前完成城区河道清淤12公里。', ['城区河道清淤 = 12公里']],
    ['a verb that makes a measure say something', '以旧换新带动消费6亿元。', ['以旧换新带动消费 = 6亿元']],
  ])('%s', (_, sentence, expected) => {
    expect(read(sentence, sentence.startsWith('甲州') ? ['甲州'] : [])).toEqual(expected)
  })
})

describe('figures that say which things are meant', () => {
  it.each<[string, string, readonly string[]]>([
    ['villages by what they earn', '集体收入20万元以上的村达88个。', ['集体收入20万元以上的村 = 88个']],
    ['films by their thickness', '禁止使用厚度低于0.02毫米的塑料袋。', []],
    ['years looked back on', '取得近8年来最好成绩。', []],
    ['how large each of several projects is', '开工建设甲电投40万千瓦、乙集团35万千瓦风电等项目。', []],
    [
      'but one that is built is measured',
      '新建风电50万千瓦，建成储能10万千瓦。',
      ['风电 = 50万千瓦', '储能 = 10万千瓦'],
    ],
    ['towns that the figure before counts', '在3个镇建设示范片800亩。', ['示范片 = 800亩']],
    ['the voltage of stations', '开工建设城东220千伏和城西、城北110千伏变电站。', []],
    ['shops of a kind', '本地农产品进商超20家。', []],
    ['a rank', '12个镇入选全国百强镇前200名。', []],
    [
      'what is counted behind a measure',
      '细颗粒物浓度控制在30微克以内，确保6个断面水质达标。',
      ['细颗粒物浓度 <= 30微克', '断面水质达标 = 6个'],
    ],
    ['what we have', '我市有6个口岸。', []],
  ])('%s', (_, sentence, expected) => {
    expect(read(sentence)).toEqual(expected)
  })
})

describe('counted things behind their figure', () => {
  it.each<[string, string, readonly string[]]>([
    ['whose kind stands before it', '出台稳就业12条措施。', ['稳就业措施 = 12条']],
    ['with a bracket inside', '打通6条断头（瓶颈）路。', ['断头（瓶颈）路 = 6条']],
    ['two before one deed', '完成36个村生活污水和15个排污口治理。', ['村生活污水治理 = 36个']],
    ['not the noun of the figure before', '完成5个行政村约8000名群众搬迁。', ['行政村 = 5个']],
    ['of which the grade alone is said', '新增2个国家级、5个省级重点专科。', ['新增国家级重点专科 = 2个']],
    ['not the thing before a joint', '建成服务中心及首批8个服务站。', []],
  ])('%s', (_, sentence, expected) => {
    expect(read(sentence)).toEqual(expected)
  })

  it('behind a place are what is counted, not the place', () => {
    expect(read('完成城东工业园4家化工企业改造。', ['城东工业园'])).toEqual(['化工企业改造 = 4家'])
  })
})

describe('figures that go on', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'about each of the last measured',
      '接待游客900万人次、旅游花费70亿元，分别增长12%、15%。',
      ['接待游客 = 900万人次', '旅游花费 = 70亿元', '接待游客 change 12%', '旅游花费 change 15%'],
    ],
    ['with another deed', '实施技改项目120个、投产45个。', ['技改项目 = 120个', '投产技改项目 = 45个']],
    [
      'with a deed of two verbs',
      '新建高标准农田12万亩、改造提升3万亩。',
      ['高标准农田 = 12万亩', '改造提升高标准农田 = 3万亩'],
    ],
    [
      'with the parts of a whole',
      '交通投资约96亿元，其中公路52亿元、水运12亿元。',
      ['交通投资 about 96亿元', '公路投资 = 52亿元', '水运投资 = 12亿元'],
    ],
    [
      'with what is aimed at',
      '固定资产投资增长5%、力争7%。',
      ['固定资产投资 change 5%', '固定资产投资 change 7%'],
    ],
    ['from one number to another', '市属企业由40家整合为25家。', ['市属企业 = 40家', '市属企业 = 25家']],
    [
      'with the same standard elsewhere',
      '县城防洪标准达到20年一遇，集镇达到10年一遇。',
      ['县城防洪标准 = 20年一遇', '集镇防洪标准 = 10年一遇'],
    ],
    [
      'with the noun of the last in the list',
      '新开工、新投产项目分别增长9%、16%。',
      ['新开工项目 change 9%', '新投产项目 change 16%'],
    ],
    [
      'with the owner of the first',
      '旅游人次和收入分别增长8%、9%。',
      ['旅游人次 change 8%', '旅游收入 change 9%'],
    ],
    [
      'with a measure behind 分别',
      '交通、水利分别完成投资80亿元、30亿元。',
      ['交通投资 = 80亿元', '水利投资 = 30亿元'],
    ],
    [
      'with a measure each and no 分别',
      '油菜面积、产量稳定在30万亩、5万吨。',
      ['油菜面积 = 30万亩', '油菜产量 = 5万吨'],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(read(sentence)).toEqual(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../../pipeline/facts/deadlines.ts'
import { findTargets } from '../../pipeline/facts/targets.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import type { Mention, Reading, Target } from '../../pipeline/records.ts'
import { aReading, mention } from './a-reading.ts'

const knowledge = loadKnowledge()
const dated = (reading: Reading): Reading => ({
  ...reading,
  plan: { ...reading.plan, periodStart: 2021, periodEnd: 2025 },
})
const factsOf = (reading: Reading, places: readonly Mention[] = []) =>
  findTargets(reading, knowledge, {
    deadlines: findDeadlines(reading, knowledge).mentions,
    documents: [],
    places,
    departments: [],
    projects: [],
  }).facts
const brief = (reading: Reading, places: readonly Mention[] = []) =>
  factsOf(reading, places).map(({ subject, object }) => {
    const { value, max, comparator, unit, year, kind } = object as Target
    const range = max === undefined ? `${value}` : `${value}..${max}`
    return `${(subject as Mention).name} ${comparator} ${range} ${unit} ${year ?? '-'} ${kind}`
  })
const read = (...lines: readonly string[]) => brief(dated(aReading(...lines)))

describe('a sentence', () => {
  it.each<[string, readonly string[]]>([
    ['森林覆盖率达到58%。', ['森林覆盖率 = 58 % - target']],
    ['全县森林覆盖率提升至58%以上。', ['森林覆盖率 >= 58 % - target']],
    ['城镇调查失业率控制在5.5%以内。', ['城镇调查失业率 <= 5.5 % - target']],
    ['城市建成区面积达41平方公里。', ['城市建成区面积 = 41 平方公里 - target']],
    ['地区生产总值增长6%左右。', ['地区生产总值增长 about 6 % - target']],
    ['地区生产总值增长6%。', ['地区生产总值 change 6 % - target']],
    ['居民收入年均增长8%以上。', ['居民收入年均增长 >= 8 % - target']],
    [
      '地区生产总值达到260亿元以上，年均增长8%以上。',
      ['地区生产总值 >= 260 亿元 - target', '地区生产总值年均增长 >= 8 % - target'],
    ],
    ['单位地区生产总值能耗累计下降14%。', ['单位地区生产总值能耗累计下降 = 14 % - target']],
    // a fall is said in the name: the figure has no sign
    ['企业平均能耗下降8.2%。', ['企业平均能耗下降 change 8.2 % - target']],
    ['全县电商基地发展到18个。', ['电商基地 = 18 个 - target']],
    ['口岸货运值再次突破100亿元大关。', ['口岸货运值 > 100 亿元 - target']],
    ['拟安排预算内投资7550亿元。', ['预算内投资 = 7550 亿元 - target']],
    ['监测对象累计达到13万人。', ['监测对象 = 13 万人 - baseline']],
    ['争取到支持资金1871.9亿元。', ['支持资金 = 1871.9 亿元 - target']],
    ['1—11月实际到位资金增长9.3%。', ['实际到位资金 change 9.3 % - target']],
    // what is said of nothing named, and a rank
    ['总量达1461.4万户。', []],
    ['在全国城市百强榜两年上升11位至第68位。', []],
    ['城镇新增就业5万人。', ['城镇新增就业 = 5 万人 - target']],
    ['居民消费价格指数控制在103以内。', ['居民消费价格指数 <= 103  - target']],
    ['轻度污染天数不能超过27天。', ['轻度污染天数 <= 27 天 - target']],
    [
      '可吸入颗粒物和细颗粒物平均浓度分别不高于51和33微克/立方米。',
      ['可吸入颗粒物平均浓度 <= 51 微克/立方米 - target', '细颗粒物平均浓度 <= 33 微克/立方米 - target'],
    ],
    // the first figure says which towns are meant, and is none of theirs
    [
      '2019年细颗粒物平均浓度在60至70微克/立方米之间的甲溪镇、乙河乡的细颗粒物平均浓度下降至目标值60微克/立方米及以下。',
      ['细颗粒物平均浓度 <= 60 微克/立方米 - target'],
    ],
    [
      '供水普及率达到100%，城市污水集中处理率96.1%、污泥无害化处理率91.8%。',
      [
        '供水普及率 = 100 % - target',
        '城市污水集中处理率 = 96.1 % - target',
        '污泥无害化处理率 = 91.8 % - target',
      ],
    ],
    [
      '毛入园率、义务教育巩固率分别达98%和95%以上。',
      ['毛入园率 >= 98 % - target', '义务教育巩固率 >= 95 % - target'],
    ],
    [
      '城镇、农村居民人均可支配收入分别增长6%、7%。',
      ['城镇居民人均可支配收入 change 6 % - target', '农村居民人均可支配收入 change 7 % - target'],
    ],
    [
      '住院起付标准从1200元降低到880元。',
      ['住院起付标准 = 1200 元 - baseline', '住院起付标准 = 880 元 - target'],
    ],
    [
      '城市规模拓展至60平方公里60万人以上。',
      ['城市规模 >= 60 平方公里 - target', '城市规模 >= 60 万人 - target'],
    ],
    [
      '建设城区60平方公里60万人口的中等城市。',
      ['城区面积 = 60 平方公里 - target', '城区人口 = 60 万人 - target'],
    ],
    ['在重点区域开工建设公共停车场30个。', ['公共停车场 = 30 个 - target']],
    [
      '新建充电桩6万个，新增绿地面积1800公顷。',
      ['充电桩 = 6 万个 - target', '新增绿地面积 = 1800 公顷 - target'],
    ],
    ['建设培训基地3个。', ['培训基地 = 3 个 - target']],
    ['吸纳7万名高校毕业生就业创业。', ['高校毕业生就业创业 = 7 万名 - target']],
    [
      '启动垃圾焚烧发电厂扩能前期工作（新增600吨/日）。',
      ['垃圾焚烧发电厂扩能新增处理能力 = 600 吨/日 - target'],
    ],
    ['再生水利用率达到25%以上。', ['再生水利用率 >= 25 % - target']],
    ['基本养老保险参保率稳定在95%以上。', ['基本养老保险参保率 >= 95 % - target']],
    ['服务业增加值突破60亿元。', ['服务业增加值 > 60 亿元 - target']],
    [
      '氮氧化物、挥发性有机物排放总量分别较2020年下降10%、12%以上。',
      ['氮氧化物排放总量下降 >= 10 % - target', '挥发性有机物排放总量下降 >= 12 % - target'],
    ],
    [
      '2024年、2025年分别完成黑臭水体治理30条、25条。',
      ['黑臭水体治理 = 30 条 2024 target', '黑臭水体治理 = 25 条 2025 target'],
    ],
    [
      '水土保持率从2020年的75.6%提高到2025年的78%以上。',
      ['水土保持率 = 75.6 % 2020 baseline', '水土保持率 >= 78 % 2025 target'],
    ],
    [
      '新增新能源公交车300辆，占比达到85%。',
      ['新增新能源公交车 = 300 辆 - target', '新能源公交车占比 = 85 % - target'],
    ],
    ['20%以上的城市建成区面积达到海绵城市要求。', ['城市建成区达到海绵城市要求的面积占比 >= 20 % - target']],
    ['城市建成区50%以上的面积达到海绵城市要求。', ['城市建成区达到海绵城市要求的面积占比 >= 50 % - target']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    '推进教育均衡发展。',
    '新建甲溪、乙河、丙山4座110千伏变电站。',
    '开工2条高铁并加快建设。',
    '推进12号线建设，开通24小时热线。',
    '做好现有12条热线服务。',
    '完成三岛30个水情自动测报站点扩建。',
    '初步形成了64个水位自动测报站点。',
    '精心包装策划一批过10亿的大项目。',
    '增速高于全国平均水平1.5个百分点。',
    '落实《关于新增就业5万人的通知》。',
  ])('%s states no target', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('the year of a figure', () => {
  it.each<[string, readonly string[], string]>([
    ['its sentence', ['到2025年，森林覆盖率达到58%。'], '森林覆盖率 = 58 % 2025 target'],
    ['the heading above', ['# 2024年工作安排', '森林覆盖率达到58%。'], '森林覆盖率 = 58 % 2024 target'],
    [
      'the title of an annex',
      ['附件1', '丙山县2023年民生实事', '森林覆盖率达到58%。'],
      '森林覆盖率 = 58 % 2023 target',
    ],
    ['a past heading', ['# 2020年工作回顾', '森林覆盖率达到58%。'], '森林覆盖率 = 58 % 2020 baseline'],
  ])('comes from %s', (_, lines, expected) => {
    expect(read(...lines)).toEqual([expected])
  })

  it('is not the last of a period that only begins', () => {
    expect(read('# 全力实现“十四五”良好开局', '森林覆盖率达到58%。')).toEqual(['森林覆盖率 = 58 % - target'])
  })

  it('is not that of a base of comparison', () => {
    expect(read('单位用水量较2020年下降16%。')).toEqual(['单位用水量下降 change 16 % - target'])
  })

  it('is unknown in a later paragraph of its own', () => {
    expect(read('经济提质。到2025年，产值达到8亿元。', '森林覆盖率达到58%。')).toEqual([
      '产值 = 8 亿元 2025 target',
      '森林覆盖率 = 58 % - target',
    ])
  })
})

it('names the place once for each place before the indicator', () => {
  const reading = dated(aReading('甲溪镇、乙河镇规划人口0.5万人—1万人。'))
  const places = [mention(reading, 'Place', '甲溪镇'), mention(reading, 'Place', '乙河镇')]
  const facts = factsOf(reading, places)
  expect(brief(reading, places)).toEqual(Array(2).fill('规划人口 range 0.5..1 万人 - target'))
  expect(facts.map(({ object }) => (object as Target).place?.name)).toEqual(['甲溪镇', '乙河镇'])
})

describe('an indicator table', () => {
  it('keeps a 现状值 apart from the years beside it, and a standard of once in so many years', () => {
    const cells = ['类别', '序号', '指标', '单位', '现状值', '2025年', '2035年', '属性']
    const first = ['水生态', '1', '年径流总量控制率', '%', '62', '≥70', '≥75', '约束性']
    const second = ['水安全', '2', '城市防洪标准', '年一遇', '50', '100', '100', '约束性']
    expect(read([...cells, ...first, ...second].join('\n'))).toEqual([
      '年径流总量控制率 = 62 % - baseline',
      '年径流总量控制率 >= 70 % 2025 target',
      '年径流总量控制率 >= 75 % 2035 target',
      '城市防洪标准 = 50 年一遇 - baseline',
      '城市防洪标准 = 100 年一遇 2025 target',
      '城市防洪标准 = 100 年一遇 2035 target',
    ])
  })

  const header = ['序号', '指标', '单位', '2020年', '2025年', '属性']
  it('flattened to one cell a line keeps its empty cells', () => {
    const body = ['1', '森林覆盖率', '%', '50', '≥55', '约束性', '2', '雨水利用率', '%', '-', '3', '预期性']
    expect(read('主要指标', ...header, ...body)).toEqual([
      '森林覆盖率 = 50 % 2020 baseline',
      '森林覆盖率 >= 55 % 2025 target',
      '雨水利用率 = 3 % 2025 target',
    ])
  })

  it('keeps the nature of a row and quotes name and figure', () => {
    const reading = dated(
      aReading(
        ...header,
        '1',
        '森林覆盖率',
        '%',
        '50',
        '≥55',
        '约束性',
        '2',
        '利用率',
        '%',
        '2',
        '3',
        '预期性',
      ),
    )
    const facts = factsOf(reading)
    expect(facts.map(({ object }) => (object as Target).nature)).toEqual([
      '约束性',
      '约束性',
      '预期性',
      '预期性',
    ])
    const quotes = facts[0]?.evidence.map(({ span }) => reading.document.text.slice(span.start, span.end))
    expect(quotes).toEqual(['森林覆盖率', '50', '2020年'])
  })

  it('joins a header that was broken over lines, and takes the unit from brackets', () => {
    expect(
      read(
        '序号',
        '指标',
        '“十四五”',
        '完成值',
        '“十五五”',
        '目标值',
        '1',
        '绿地（公顷）',
        '25',
        '30',
        '2',
        '水面（亩）',
        '',
        '7',
      ),
    ).toEqual(['绿地 = 25 公顷 2025 baseline', '绿地 = 30 公顷 2030 target', '水面 = 7 亩 2030 target'])
  })

  it('gives the word of a group to each of its years', () => {
    expect(
      read(
        '序号',
        '指标',
        '现状值',
        '2020年',
        '目标值',
        '2025年',
        '2035年',
        '1',
        '控制率（%）',
        '65',
        '70',
        '75',
        '2',
        '达标率（%）',
        '80',
        '90',
        '95',
      ).slice(0, 3),
    ).toEqual(['控制率 = 65 % 2020 baseline', '控制率 = 70 % 2025 target', '控制率 = 75 % 2035 target'])
  })

  it('is read from Markdown rows', () => {
    expect(
      read(
        '| 指标名称 | 单位 | 2023年完成值 | 2024年目标值 |',
        '| --- | --- | --- | --- |',
        '| 治理率 | % | 35 | ≥42 |',
      ),
    ).toEqual(['治理率 = 35 % 2023 baseline', '治理率 >= 42 % 2024 target'])
  })
})

it('finds every name where its span says, and quotes within the text', () => {
  const reading = dated(
    aReading('到2025年，新增城镇就业13万人，农村劳动力转移就业15万人，GDP增长5%，达到500亿元。'),
  )
  for (const { subject, evidence } of factsOf(reading)) {
    const { span, name, aliases } = subject as Mention
    const words = reading.document.text.slice(span.start, span.end)
    expect([name, ...aliases].some((form) => form.includes(words))).toBe(true)
    for (const { span: quoted } of evidence)
      expect(reading.document.text.slice(quoted.start, quoted.end).trim()).not.toBe('')
  }
})

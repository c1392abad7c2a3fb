import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../../pipeline/facts/deadlines.ts'
import { findTargets } from '../../pipeline/facts/targets.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import type { Mention, Reading, Target } from '../../pipeline/records.ts'
import { aReading, mention } from './a-reading.ts'

const knowledge = loadKnowledge()
const found = (text: string, placesOf: (reading: Reading) => readonly Mention[] = () => []) => {
  const plain = aReading(...text.trim().split('\n'))
  const reading = { ...plain, plan: { ...plain.plan, periodStart: 2021, periodEnd: 2025 } }
  return findTargets(reading, knowledge, {
    deadlines: findDeadlines(reading, knowledge).mentions,
    documents: [],
    places: placesOf(reading),
    departments: [],
    projects: [],
  })
}
const read = (text: string, placesOf?: (reading: Reading) => readonly Mention[]) =>
  found(text, placesOf).facts.map(({ subject, object }) => {
    const { value, comparator, unit, year, kind, place } = object as Target
    const where = place ? ` @${place.name}` : ''
    return `${(subject as Mention).name} ${comparator} ${value} ${unit} ${year ?? '-'} ${kind}${where}`
  })

describe('an indicator table flattened to one cell a line', () => {
  it('whose names count themselves keeps categories, dashes and totals in brackets apart', () => {
    const head = '类别\n指标\n2020年\n2025年\n年均增速\n[累计]\n属性\n'
    const body =
      '民生福祉\n1.居民收入（元）\n22560\n32000\n7.2%\n预期性\n2.城镇调查失业率（%）\n—\n＜5.5\n—\n预期性\n绿色生态\n3.森林覆盖率（%）\n62.5\n65\n[2.5]\n约束性\n'
    expect(read(head + body)).toEqual([
      '居民收入 = 22560 元 2020 baseline',
      '居民收入 = 32000 元 2025 target',
      '居民收入年均增长 = 7.2 % 2025 target',
      '城镇调查失业率 < 5.5 % 2025 target',
      '森林覆盖率 = 62.5 % 2020 baseline',
      '森林覆盖率 = 65 % 2025 target',
      '森林覆盖率累计增长 = 2.5 % 2025 target',
    ])
  })

  it('sets the only figure of a row under the last year where it was gained, and nowhere where nobody can tell', () => {
    const text =
      '序号\n指标\n单位\n2020年\n2025年\n属性\n1\n新增供水能力\n万吨/日\n2.5\n预期性\n2\n自来水普及率\n%\n92\n预期性\n3\n用水量下降\n%\n〔12〕\n约束性\n4\n堤防达标率\n%\n68\n80\n预期性\n'
    expect(read(text)).toEqual([
      '新增供水能力 = 2.5 万吨/日 2025 target',
      '用水量下降 = 12 % 2025 target',
      '堤防达标率 = 68 % 2020 baseline',
      '堤防达标率 = 80 % 2025 target',
    ])
  })

  it('takes a dash before as many figures as columns for a unit', () => {
    const text =
      '序号\n指标\n单位\n2020年\n2025年\n属性\n1\n灌溉水有效利用系数\n—\n0.51\n0.53\n预期性\n2\n堤防达标率\n%\n68\n80\n预期性\n'
    expect(read(text).slice(0, 2)).toEqual([
      '灌溉水有效利用系数 = 0.51  2020 baseline',
      '灌溉水有效利用系数 = 0.53  2025 target',
    ])
  })

  it('has years in a lower row of heads, and natures under 备注', () => {
    const head = '序号\n指标\n单位\n现状\n近期\n远期\n备注\n2020年\n2025年\n2035年\n'
    const body = '1\n用水总量\n亿m³\n1.62\n1.95\n2.10\n控制性\n2\n供水普及率\n%\n-\n96\n≥99\n引导性\n'
    expect(read(head + body)).toEqual([
      '用水总量 = 1.62 亿m³ 2020 baseline',
      '用水总量 = 1.95 亿m³ 2025 target',
      '用水总量 = 2.1 亿m³ 2035 target',
      '供水普及率 = 96 % 2025 target',
      '供水普及率 >= 99 % 2035 target',
    ])
    expect(found(head + body).facts.map(({ object }) => (object as Target).nature)[0]).toBe('控制性')
  })

  it('has ranges, dashes for units, stray blank lines and standards that say their own unit', () => {
    const head = '类别\n指标名称\n单位\n现状\n2025年\n2035年\n指标类型\n'
    const body =
      '水资源\n雨水利用率\n%\n0\n\n≥2\n≥5\n鼓励性\n水安全\n防洪标准\n/\n100年一遇\n200年一遇\n200年一遇\n控制性\n设计重现期\n年\n1\n3-5\n3-5\n控制性\n'
    expect(read(head + body)).toEqual([
      '雨水利用率 = 0 % - baseline',
      '雨水利用率 >= 2 % 2025 target',
      '雨水利用率 >= 5 % 2035 target',
      '防洪标准 = 100 年一遇 - baseline',
      '防洪标准 = 200 年一遇 2025 target',
      '防洪标准 = 200 年一遇 2035 target',
      '设计重现期 = 1 年 - baseline',
      '设计重现期 range 3 年 2025 target',
      '设计重现期 range 3 年 2035 target',
    ])
  })

  it('takes a name with a number in it for no figure', () => {
    const text =
      '类别\n指标\n2020年\n2025年\n属性\n民生\n每千人口3岁以下托位数（个）\n1.2\n4.5\n预期性\n城镇就业率（%）\n90\n95\n预期性\n'
    expect(read(text)).toEqual([
      '每千人口3岁以下托位数 = 1.2 个 2020 baseline',
      '每千人口3岁以下托位数 = 4.5 个 2025 target',
      '城镇就业率 = 90 % 2020 baseline',
      '城镇就业率 = 95 % 2025 target',
    ])
  })
})

it('reads the 目标值 of a list of tasks', () => {
  expect(
    read(
      '序号｜任务名称｜目标值｜责任单位｜完成时间\n1｜投放点建设｜200个｜县城管局｜6月底\n2｜垃圾房改造｜15座｜县城管局｜9月底',
    ),
  ).toEqual(['投放点建设 = 200 个 2025 target', '垃圾房改造 = 15 座 2025 target'])
})

describe('a table of places', () => {
  const grid =
    '乡镇 | 供水人口（万人） | 自来水普及率（%）\n甲溪镇 | 3.2 | 96\n乙河乡 | — | 93\n合计 | 5.9 | 95'

  it('gives every figure its place, and a row of totals none', () => {
    expect(read(grid)).toEqual([
      '供水人口 = 3.2 万人 - target @甲溪镇',
      '自来水普及率 = 96 % - target @甲溪镇',
      '自来水普及率 = 93 % - target @乙河乡',
      '供水人口 = 5.9 万人 - target',
      '自来水普及率 = 95 % - target',
    ])
  })

  it('takes the place that was found, and makes one of a cell that nobody knew', () => {
    const { facts, mentions } = found(grid, (reading) => [mention(reading, 'Place', '甲溪镇')])
    const places = facts.flatMap(({ object }) => (object as Target).place ?? [])
    expect(places[0]?.rule).not.toBe('place-in-row')
    expect(mentions.filter(({ type }) => type === 'Place').map(({ name }) => name)).toEqual(['乙河乡'])
  })

  it('whose columns are years is of the indicator in its title', () => {
    expect(
      read('各乡镇森林覆盖率目标表\n乡镇 | 2020年 | 2025年\n甲溪镇 | 55% | 60%\n乙河乡 | 48% | 52%'),
    ).toEqual([
      '森林覆盖率 = 55 % 2020 baseline @甲溪镇',
      '森林覆盖率 = 60 % 2025 target @甲溪镇',
      '森林覆盖率 = 48 % 2020 baseline @乙河乡',
      '森林覆盖率 = 52 % 2025 target @乙河乡',
    ])
  })

  it('has two rows of heads', () => {
    const text =
      '| 片区 | 污水处理率（%） | |\n|---|---|---|\n| 片区 | 2020年 | 2025年 |\n| 甲片区 | 60 | 80 |\n| 乙片区 | 70 | 90 |'
    expect(read(text)).toEqual([
      '污水处理率 = 60 % 2020 baseline @甲片区',
      '污水处理率 = 80 % 2025 target @甲片区',
      '污水处理率 = 70 % 2020 baseline @乙片区',
      '污水处理率 = 90 % 2025 target @乙片区',
    ])
  })

  it('is read when flattened to one cell a line', () => {
    const text =
      '表4-1 分区管控表\n序号\n分区名称\n年径流总量控制率（%）\n透水铺装率（%）\n1\n甲片区\n72\n50\n2\n乙片区\n75\n/\n第五章 保障\n'
    expect(read(text)).toEqual([
      '年径流总量控制率 = 72 % - target @甲片区',
      '透水铺装率 = 50 % - target @甲片区',
      '年径流总量控制率 = 75 % - target @乙片区',
    ])
  })

  it('is read where blanks alone divide its cells', () => {
    const text =
      '表1 各县（市、区）用水总量控制目标\n县（市、区） 2020年用水量（亿立方米） 2025年控制目标（亿立方米）\n甲区 3.2 3.5\n乙县 5.1 5.4\n'
    expect(read(text)).toEqual([
      '用水量 = 3.2 亿立方米 2020 baseline @甲区',
      '用水总量 = 3.5 亿立方米 2025 target @甲区',
      '用水量 = 5.1 亿立方米 2020 baseline @乙县',
      '用水总量 = 5.4 亿立方米 2025 target @乙县',
    ])
  })

  it('says money of a column, but takes a date for no figure', () => {
    const text = '乡镇\n投资（万元）\n完成时间\n甲溪镇\n860\n10月底\n乙河乡\n520\n11月底\n'
    expect(read(text)).toEqual(['投资 = 860 万元 - target @甲溪镇', '投资 = 520 万元 - target @乙河乡'])
  })

  it('is none where its columns say no quantity', () => {
    expect(read('乡镇 | 责任人 | 电话\n甲溪镇 | 某某 | 12345678\n乙河乡 | 某某 | 12345679')).toEqual([])
  })
})

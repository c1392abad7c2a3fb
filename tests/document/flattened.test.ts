import { describe, expect, it } from 'vitest'
import { outline, rowsOf } from './trees.ts'

describe('headings in plans that number by decimals', () => {
  it('nests 3.1 in a chapter and 3.1.1 in 3.1', () => {
    const text = '第三章 目标\n3.1 总体目标\n到2025年，建成。\n3.2指标体系\n3.2.1 供水\n甲。\n'
    expect(outline(text).filter((line) => !line.includes('paragraph'))).toEqual([
      'chapter 第三章«目标»',
      '  section 3.1«总体目标»',
      '  section 3.2«指标体系»',
      '    section 3.2.1«供水»',
    ])
  })

  it('takes 2 above 2.1 for its chapter', () => {
    const text =
      '1 总则\n1.1 依据\n甲。\n2 建设目标\n2.1 总体目标\n到2025年，建成。\n3 甲溪公园\n4 乙河公园\n'
    expect(outline(text).filter((line) => line.includes('section'))).toEqual([
      'section 1«总则»',
      '  section 1.1«依据»',
      'section 2«建设目标»',
      '  section 2.1«总体目标»',
    ])
  })

  it('parts 3.1 with its title from the text that runs on', () => {
    expect(outline('3.1 源头减排。改造小区22个，新建绿地8公顷。\n')).toEqual([
      'section 3.1«源头减排»',
      '  paragraph: 3.1⏎源头减排。',
      '  paragraph: 改造小区22个，新建绿地8公顷。',
    ])
  })

  it.each(['2.5 公里以上的河道', '1.2万人口', '3.5亿元', '30.3个产业园', '7.4元一方'])(
    'takes %s for no heading',
    (line) => {
      expect(outline(`${line}\n`)).toEqual([`paragraph: ${line.replace(' ', '⏎')}`])
    },
  )
})

describe('items run into a line', () => {
  it('get sections of their own, without a blank between title and text', () => {
    const text =
      '第二节 任务\n（一）整治甲溪。新建堤防5公里和泵站2座。（二）整治乙河。疏浚河道8公里，改造闸坝。\n'
    expect(outline(text).filter((line) => line.includes('section'))).toEqual([
      'section 第二节«任务»',
      '  section （一）«整治甲溪»',
      '  section （二）«整治乙河»',
    ])
  })

  it('of a short plan scraped to one line are found like those of a long one', () => {
    const text =
      '甲溪县规划 第一章 现状 第一节 成效 建成水库。 第二章 目标 第一节 任务 （一）整治甲溪。新建堤防5公里和泵站2座。（二）整治乙河。疏浚河道8公里。\n'
    expect(outline(text).filter((line) => /section|chapter/.test(line))).toEqual([
      'chapter 第一章«现状»',
      '  section 第一节«成效»',
      'chapter 第二章«目标»',
      '  section 第一节«任务»',
      '    section （一）«整治甲溪»',
      '    section （二）«整治乙河»',
    ])
  })

  it('is parted from chapters and sections that no blank sets off', () => {
    const filler = '建成水库2座和泵站5座，新增供水能力100万吨。'.repeat(18)
    const text = `甲溪县规划第一章现状第一节建设成效${'“十三五”以来，'}${filler}第二节面临形势当前，仍有短板。第二章任务第一节加快水网建设推进甲溪整治，新建堤防5公里。第二节保障强化领导，见第二节。\n`
    expect(outline(text).filter((line) => /section|chapter/.test(line))).toEqual([
      'chapter 第一章«现状»',
      '  section 第一节«建设成效»',
      '  section 第二节«面临形势»',
      'chapter 第二章«任务»',
      '  section 第一节«加快水网建设»',
      '  section 第二节«保障强化领导»',
    ])
  })

  it('stay in their sentence where they have no text of their own', () => {
    const text = '要求：1.完善制度。2.加强管理。3.落实责任。\n'
    expect(outline(text).filter((line) => line.includes('section'))).toEqual([])
  })
})

describe('a heading that ends in a duty note', () => {
  it('is one, though the note is long and has sentence marks', () => {
    const text =
      '一、改造薄弱学校（牵头单位：甲县教育局；责任单位：甲县财政局、甲县住房和城乡建设局、各乡镇人民政府）\n改造学校12所。\n二、老旧小区\n改造15个。\n'
    expect(outline(text).filter((line) => line.includes('section'))).toEqual([
      'section 一、«改造薄弱学校（牵头单位：甲县教育局；责任单位：甲县财政局、甲县住房和城乡建设局、各乡镇人民政府）»',
      'section 二、«老旧小区»',
    ])
  })
})

describe('rows', () => {
  it('are divided by bars that stand only between cells', () => {
    const text =
      '序号 | 项目 | 内容 | 责任单位\n1 | 甲溪整治 | 疏浚5公里 | 甲溪镇\n| | 建桥4座 |\n2｜乙河整治｜清淤｜乙河镇\n'
    expect(rowsOf(text)).toEqual([
      '序号|项目|内容|责任单位',
      '1|甲溪整治|疏浚5公里|甲溪镇',
      '||建桥4座|',
      '2|乙河整治|清淤|乙河镇',
    ])
  })

  it('are divided by blanks under a head that heads of tables say', () => {
    const text =
      '表1 指标\n一级指标 二级指标 单位 现状 2025年目标 性质\n水生态 年径流总量控制率 % 60 ≥70 约束性\n生态岸线率 % 45 ≥65 预期性\n3.3 保障\n'
    expect(rowsOf(text)).toEqual([
      '一级指标|二级指标|单位|现状|2025年目标|性质',
      '水生态|年径流总量控制率|%|60|≥70|约束性',
      '|生态岸线率|%|45|≥65|预期性',
    ])
  })

  it('are not made of sentences with blanks in them', () => {
    expect(rowsOf('指标 任务 目标\n到2025年，建成水库。乙县也建成。\n丙县建成水厂。丁县也建成。\n')).toEqual(
      [],
    )
  })

  it('keep empty cells at their ends between tabs', () => {
    expect(
      rowsOf('类别\t序号\t任务\t单位\n供水\t1\t建水厂\t甲局\n\t2\t改管网\t乙局\n合计\t2项\t\t\n'),
    ).toEqual(['类别|序号|任务|单位', '供水|1|建水厂|甲局', '|2|改管网|乙局', '合计|2项||'])
  })

  it('are not opened by a figure that equals the next number', () => {
    const row = (...cells: readonly string[]): string => `${cells.join('\n')}\n`
    const text =
      row('序号', '指标', '单位', '现状值', '目标值') +
      row('1', '供水普及率', '%', '2', '95') +
      row('2', '雨水利用率', '%', '3', '5') +
      row('3', '再生水利用率', '%', '8', '25')
    expect(rowsOf(text)).toEqual([
      '序号|指标|单位|现状值|目标值',
      '1|供水普及率|%|2|95',
      '2|雨水利用率|%|3|5',
      '3|再生水利用率|%|8|25',
    ])
  })

  it('stand under counted groups that are rows of their own', () => {
    const text =
      '序号\n任务\n责任单位\n一\n供水\n1\n新建水厂\n区水利局\n2\n改造管网\n区水利局\n二\n防洪\n3\n加固堤防\n区水利局\n'
    expect(rowsOf(text)).toEqual([
      '序号|任务|责任单位',
      '一|供水|',
      '1|新建水厂|区水利局',
      '2|改造管网|区水利局',
      '二|防洪|',
      '3|加固堤防|区水利局',
    ])
  })

  it('put several bodies that lack the cell before them under 配合单位', () => {
    const text =
      '序号\n任务\n措施\n牵头单位\n配合单位\n完成时限\n1\n稳定生产\n完成播种面积45万亩。\n县农业农村局\n各乡镇人民政府\n2023年10月\n2\n建设农田\n新建农田2万亩。\n县水利局、县财政局\n2023年12月\n'
    expect(rowsOf(text)[2]).toBe('2|建设农田|新建农田2万亩。||县水利局、县财政局|2023年12月')
  })
})

import { describe, expect, it } from 'vitest'
import { outline, rowsOf } from './trees.ts'

const BODY = `主要指标表
类别
序号
一级指标
二级指标
单位
属性
“十四五”
完成值
“十五五”
目标值

宜居城区
1
住房改造
旧住房改造任务
万平方米
预期性
25
1.4

2
小区改造
小区改造面积
万平方米
预期性
240
300

活力城区
3
楼宇更新
楼宇更新数量
个
预期性
-
≥10

4
商业设施面积
万平方米
预期性
-
≥50

5
街区改造数量
个
预期性

≥5

安全城区
6
基础设施
管道改造数量
公里
约束性
355
421

二、重点任务
`
const ROWS = [
  '类别|序号|一级指标|二级指标|单位|属性|“十四五”⏎完成值|“十五五”⏎目标值',
  '宜居城区|1|住房改造|旧住房改造任务|万平方米|预期性|25|1.4',
  '|2|小区改造|小区改造面积|万平方米|预期性|240|300',
  '活力城区|3|楼宇更新|楼宇更新数量|个|预期性|-|≥10',
  '|4||商业设施面积|万平方米|预期性|-|≥50',
  '|5||街区改造数量|个|预期性||≥5',
  '安全城区|6|基础设施|管道改造数量|公里|约束性|355|421',
]

describe('tables flattened to one cell a line', () => {
  it.each([
    ['with blank lines between rows', BODY],
    ['without any blank line', BODY.replace(/\n\n+/g, '\n')],
  ])('finds rows, categories, merged and empty cells by the running number, %s', (_name, text) => {
    expect(rowsOf(text)).toEqual(ROWS)
  })

  it('finds them in a text scraped to a single line', () => {
    const filler = '坚持绿色发展，建设宜居城区。'.repeat(150)
    expect(rowsOf(`一、目标 ${filler} ${BODY.replace(/\s+/g, ' ')} ${filler}`)).toEqual(ROWS)
  })

  it('takes the caption for the title', () => {
    expect(outline(BODY)[0]).toBe('table «主要指标表»')
  })

  it('reads tables whose cells are led by tabs', () => {
    const text =
      '专栏1 指标\n\n\t序号\n\t指    标\n\t2025年\n\n目标值\n\t指标\n\n属性\n\n\t1\n\t城镇化率（%）\n\t60\n\t预期性\n\n\t2\n\t失业率（%）\n\t≤4\n\t预期性\n\n\n到2035年，建成。\n'
    expect(rowsOf(text)).toEqual([
      '序号|指⏎标|2025年⏎目标值|指标⏎属性',
      '1|城镇化率（%）|60|预期性',
      '2|失业率（%）|≤4|预期性',
    ])
  })

  it('keeps empty cells led by tabs', () => {
    const text =
      '\t范围\n\t名称\n\t功能\n\n\t重点镇\n\t甲溪镇\n\t服务中心、\n旅游节点\n\n\t\n\t乙河镇\n\t商贸型\n'
    expect(rowsOf(text)).toEqual(['范围|名称|功能', '重点镇|甲溪镇|服务中心、⏎旅游节点', '|乙河镇|商贸型'])
  })

  it('takes a single tab before prose for no table', () => {
    expect(rowsOf('专栏1 项目\n\n\t铁路：新建甲乙高铁。\n\n公路：新建丙丁高速。\n')).toEqual([])
  })

  it('reads task tables with sentences in their cells', () => {
    const text =
      '附件\n任务分解表\n序号\n工作任务\n责任单位\n完成时限\n1\n推进甲溪水厂建设，完成主体工程。\n区水利局\n2025年12月\n2\n建设乙河泵站。\n区住建局、乙河镇\n长期\n'
    expect(rowsOf(text)).toEqual([
      '序号|工作任务|责任单位|完成时限',
      '1|推进甲溪水厂建设，完成主体工程。|区水利局|2025年12月',
      '2|建设乙河泵站。|区住建局、乙河镇|长期',
    ])
  })

  it('finds rows without a running number by the shape that repeats', () => {
    const text =
      '指标\n单位\n2025年\n属性\n常住人口\n万人\n41\n预期性\n森林覆盖率\n%\n55.9\n约束性\n到2035年，全面建成。\n'
    expect(rowsOf(text)).toEqual([
      '指标|单位|2025年|属性',
      '常住人口|万人|41|预期性',
      '森林覆盖率|%|55.9|约束性',
    ])
  })

  it('finds rows without a running number by the blank lines between them', () => {
    const text =
      '名称\n功能定位\n\n甲溪镇\n旅游服务\n\n乙河镇\n商贸物流\n\n丙山乡\n农业生产\n\n\n第二节 任务\n'
    expect(rowsOf(text)).toEqual(['名称|功能定位', '甲溪镇|旅游服务', '乙河镇|商贸物流', '丙山乡|农业生产'])
  })

  it('lets a category that is a heading head a group of rows, where the head begins with the number', () => {
    const text =
      '序号\n指标\n2025年\n一、经济\n1\n生产总值（亿元）\n700\n2\n工业增加值（亿元）\n300\n二、民生\n3\n就业人数（万人）\n5\n'
    expect(rowsOf(text)).toEqual([
      '序号|指标|2025年',
      '一、经济||',
      '1|生产总值（亿元）|700',
      '2|工业增加值（亿元）|300',
      '二、民生||',
      '3|就业人数（万人）|5',
    ])
  })

  it.each([
    ['tabs', '项目\t单位\t时限\n甲溪水厂\t区水利局\t2025年\n乙河水厂\t\t2026年\n'],
    ['bars', '| 项目 | 单位 | 时限 |\n| 甲溪水厂 | 区水利局 | 2025年 |\n| 乙河水厂 |  | 2026年 |\n'],
  ])('reads rows whose cells are divided by %s', (_name, text) => {
    expect(rowsOf(text)).toEqual(['项目|单位|时限', '甲溪水厂|区水利局|2025年', '乙河水厂||2026年'])
  })

  it('takes page numbers for no table', () => {
    const page = Array.from({ length: 20 }, () => '建设甲溪水库，供水能力明显增强，城乡供水一体化').join('\n')
    expect(rowsOf(`${page}\n1\n${page}\n2\n${page}\n3\n`)).toEqual([])
  })
})

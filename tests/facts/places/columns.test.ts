import { describe, expect, it } from 'vitest'
import { extract } from '../../../pipeline/extract.ts'
import { identify } from '../../../pipeline/input/identify.ts'
import { readDocument } from '../../../pipeline/input/read.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import { worded } from '../../bench/sample.ts'

const knowledge = loadKnowledge()
const title = '2024年甲市水务建设计划'

/** What a table of one cell a line gives, by kind. */
const read = (kind: string, cells: readonly string[]): readonly string[] => {
  const document = readDocument(Buffer.from(`${title}\n二、项目安排\n${cells.join('\n')}\n`), 'plan.txt')
  const plan = identify(document, { title, jurisdiction: '江苏省/泰州市' })
  const facts = worded(extract(document, plan, knowledge).facts)
  return facts.filter((each) => each.kind === kind).map(({ extraction }) => extraction)
}

const works = [
  ...['序号', '项目名称', '建设地点', '建设规模', '建设年限', '责任单位'],
  ...['1', '东门泵站', '东门桥头、曲塘路下穿通道', '抽排流量5m³/s', '2024-2025', '市水利局'],
  ...['2', '水情监测平台', '全市', '监测点60处', '2025', '市水利局'],
  ...['3', '曲塘水厂扩建工程', '曲塘水库北侧', '日供水3万吨', '2026—', '市水务集团'],
]

describe('the columns of a table of projects', () => {
  it('name a project in each row, whatever its words', () => {
    expect(read('Project', works).map((words) => words.split(/[ (（]/)[0])).toEqual(
      expect.arrayContaining(['东门泵站', '水情监测平台', '曲塘水厂扩建工程']),
    )
  })

  it('place a project at each item of its place cell, but not all over the county', () => {
    const placed = read('LOCATED_IN', works).join('\n')
    expect(placed).toMatch(/东门泵站.*东门桥头/)
    expect(placed).toMatch(/东门泵站.*曲塘路下穿通道/)
    expect(placed).not.toMatch(/水情监测平台/)
  })

  it('date a project by the years of its row', () => {
    const dated = read('DUE', works).join('\n')
    expect(dated).toMatch(/东门泵站.*2024—2025年/)
    expect(dated).toMatch(/曲塘水厂扩建工程.*2026年起/)
  })

  it('say in which town a renewal unit lies', () => {
    const units = [
      ...['序号', '更新单元名称', '所属街镇', '面积（公顷）', '主要任务'],
      ...['1', '东门1958更新单元', '曲塘镇', '40', '新建东门公园'],
      ...['2', '南埠老街更新单元', '白米镇', '62.5', '改造南埠菜场'],
    ]
    expect(read('PART_OF', units)).toHaveLength(2)
  })
})

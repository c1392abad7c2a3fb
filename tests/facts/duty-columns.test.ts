import { describe, expect, it } from 'vitest'
import { findNotes } from '../../pipeline/facts/responsibilities/notes.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import type { Reading, Section, Segment, Span } from '../../pipeline/records.ts'
import { aReading } from './a-reading.ts'

const knowledge = loadKnowledge()

/** A table whose rows are given as cells; a row may have fewer or more cells than its head. */
const aTable = (...rows: readonly (readonly string[])[]): Reading => {
  const reading = aReading(...rows.map((cells) => cells.join('\t')))
  const table: Section = {
    kind: 'table',
    span: { start: 0, end: reading.document.text.length },
    children: [],
  }
  const segments = reading.segments.map((segment, row): Segment => {
    let at = segment.span.start
    const cells = (rows[row] ?? []).map((cell): Span => {
      const span = { start: at, end: at + cell.length }
      at = span.end + 1
      return span
    })
    return { ...segment, kind: 'row', sections: [table], cells }
  })
  return { ...reading, segments }
}

const notesIn = (...rows: readonly (readonly string[])[]) => {
  const reading = aTable(...rows)
  const words = ({ start, end }: Span) => reading.document.text.slice(start, end)
  return findNotes(reading, knowledge).notes.map(
    ({ units, task }) =>
      `${task ? words(task) : '?'}: ${units.map(({ span, role }) => `${words(span)} ${role}`).join(', ')}`,
  )
}

describe('project tables', () => {
  it('says who answers for the project, not for its description, and nothing of a row that heads a group', () => {
    expect(
      notesIn(
        ['序号', '项目名称', '建设地点', '建设规模及内容', '责任单位'],
        ['1', '甲河防洪治理工程', '甲溪镇', '治理河长6.8公里', '县水利局'],
        ['二', '水资源配置工程', '', '', ''],
        ['2', '乙水厂提标改造', '乙河镇', '日供水2万吨', '县水务公司'],
      ),
    ).toEqual(['甲河防洪治理工程: 县水利局 lead', '乙水厂提标改造: 县水务公司 lead'])
  })
})

describe('duty columns', () => {
  it.each([
    [
      'a centre that is nobody’s office leads where the row lacks no cell',
      [
        ['序号', '重点任务', '牵头单位', '责任单位', '完成时限'],
        ['1', '建设丙山茶叶加工园', '县茶叶产业发展中心', '县农业农村局', '2025年12月'],
      ],
      ['建设丙山茶叶加工园: 县茶叶产业发展中心 lead, 县农业农村局 support'],
    ],
    [
      '牵头单位 leads, 责任单位 beside it supports',
      [
        ['序号', '重点任务', '牵头单位', '责任单位'],
        ['1', '新建水厂2座', '县水利局', '县财政局、各乡镇'],
      ],
      ['新建水厂2座: 县水利局 lead, 县财政局 support, 各乡镇 support'],
    ],
    [
      'verbs in a cell win over its head',
      [
        ['任务', '责任单位'],
        ['新建水厂2座', '县水利局牵头，县财政局配合'],
      ],
      ['新建水厂2座: 县水利局 lead, 县财政局 support'],
    ],
    [
      'a cell broken over lines: all bodies are of the one duty column',
      [
        ['序号', '实事', '责任单位', '完成时限'],
        ['1', '整治乙河城区段。', '县水务局', '县住建局', '县护河指挥部', '12月底前'],
        ['2', '迁建县档案中心。', '县政务服务中心', '县代建中心', '12月底前'],
      ],
      [
        '整治乙河城区段。: 县水务局 lead, 县住建局 lead, 县护河指挥部 lead',
        '迁建县档案中心。: 县政务服务中心 lead, 县代建中心 lead',
      ],
    ],
    [
      'a row that lost a cell',
      [
        ['序号', '工作任务', '牵头单位', '配合单位'],
        ['1', '打通断头路3条', '县住房城乡建设局'],
      ],
      ['打通断头路3条: 县住房城乡建设局 lead'],
    ],
    [
      'bodies that run on into the next cell',
      [
        ['序号', '工作任务', '牵头单位', '配合单位'],
        ['1', '新建水厂2座', '县水利局', '县财政局、', '各乡镇'],
      ],
      ['新建水厂2座: 县水利局 lead, 县财政局 support, 各乡镇 support'],
    ],
    [
      '牵头单位 merged downwards: the body above leads here too',
      [
        ['序号', '任务', '牵头单位', '配合单位'],
        ['1', '新建水厂2座', '县水利局', '县财政局'],
        ['2', '改造管网5公里', '', '县住建局、各乡镇'],
      ],
      [
        '新建水厂2座: 县水利局 lead, 县财政局 support',
        '改造管网5公里: 县水利局 lead',
        '改造管网5公里: 县住建局 support, 各乡镇 support',
      ],
    ],
    [
      'all duty cells merged downwards, but not into a group or a total',
      [
        ['序号', '任务', '责任单位', '完成时限'],
        ['1', '新建水厂2座', '县水利局', '6月底前'],
        ['2', '改造管网5公里', '', '6月底前'],
        ['二', '', '', ''],
        ['', '合计', '', ''],
      ],
      ['新建水厂2座: 县水利局 lead', '改造管网5公里: 县水利局 lead'],
    ],
    [
      'the one body of a row leads, though its cell slipped under 配合单位',
      [
        ['序号', '任务', '牵头单位', '配合单位'],
        ['1', '新建水厂2座', '', '县水利局'],
      ],
      ['新建水厂2座: 县水利局 lead'],
    ],
    [
      'the task stands under 任务名称, not under 目标值',
      [
        ['序号', '任务名称', '目标值', '责任单位', '完成时间'],
        ['1', '垃圾房改造', '15座', '县城管局', '9月底'],
      ],
      ['垃圾房改造: 县城管局 lead'],
    ],
    [
      'no duty head, no duties',
      [
        ['任务', '规模'],
        ['新建水厂', '2座'],
      ],
      [],
    ],
  ])('%s', (_, rows, expected) => {
    expect(notesIn(...rows)).toEqual(expected)
  })
})

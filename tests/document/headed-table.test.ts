import { describe, expect, it } from 'vitest'
import { rowsOf } from './trees.ts'

const table = (...cells: readonly string[]): readonly string[] => rowsOf(`${cells.join('\n')}\n`)

describe('flattened tables whose head says how wide they are', () => {
  it('put a body that stands alone into the later duty column and a date under its head', () => {
    const rows = table(
      ...['序号', '重点任务', '牵头单位', '责任单位', '完成时限'],
      ...['1', '新建丙山水厂，延伸管网12公里。', '县水利局', '县财政局', '2026年12月'],
      ...['2', '实施乙河堤防加固。', '乙河镇', '2026年汛前'],
      ...['3', '改造农村公路20公里。', '县交通运输局', '县公路中心', '2026年10月'],
    )
    expect(rows[2]).toBe('2|实施乙河堤防加固。||乙河镇|2026年汛前')
  })

  it('join a cell that a comma breaks over two lines', () => {
    const rows = table(
      ...['序号', '工作任务', '责任单位', '完成时限'],
      ...['1', '建设甲溪物流园，', '引进企业6家。', '县商务局', '2025年底前'],
      ...['2', '改造丁村农贸市场。', '县市场监管局、', '各乡镇', '2025年6月'],
      ...['3', '开通公交线路3条。', '县交通运输局', '2025年9月'],
    )
    expect(rows.slice(1)).toEqual([
      '1|建设甲溪物流园，⏎引进企业6家。|县商务局|2025年底前',
      '2|改造丁村农贸市场。|县市场监管局、⏎各乡镇|2025年6月',
      '3|开通公交线路3条。|县交通运输局|2025年9月',
    ])
  })

  it('keep headings of groups, numbered or bare, out of the rows', () => {
    const rows = table(
      ...['序号', '项目名称', '建设地点', '建设年限'],
      ...['一', '供水工程', '1', '丙山水厂扩建', '丙山镇', '2024-2025'],
      ...['2', '乙河泵站', '乙河镇', '2025-2026', '排水工程'],
      ...['3', '丁村污水处理站', '丁村乡', '2025-2027'],
    )
    expect(rows.slice(1)).toEqual([
      '一|供水工程||',
      '1|丙山水厂扩建|丙山镇|2024-2025',
      '2|乙河泵站|乙河镇|2025-2026',
      '排水工程|||',
      '3|丁村污水处理站|丁村乡|2025-2027',
    ])
  })

  it('take a blank line for an empty cell and not for the end of the row', () => {
    const rows = table(
      ...['序号', '项目名称', '投资', '建设年限', '责任单位'],
      ...['1', '甲路改造', '600', '2024-2025', '县住建局'],
      ...['2', '乙路改造', '700', '', '县城管局'],
      ...['3', '丙桥重建', '800', '2025-2026', '县交通局'],
    )
    expect(rows[2]).toBe('2|乙路改造|700||县城管局')
  })

  it('end before a sum and a note', () => {
    const rows = table(
      ...['序号', '更新单元名称', '所属街镇', '面积（公顷）', '主要任务'],
      ...['1', '东门更新单元', '东门街道', '40', '修缮老街'],
      ...['2', '南埠更新单元', '南埠镇', '62.5', '新建公园'],
      ...['注：面积为2025年数。'],
    )
    expect(rows).toHaveLength(3)
  })
})

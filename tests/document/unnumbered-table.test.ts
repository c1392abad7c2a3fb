import { describe, expect, it } from 'vitest'
import { rowsOf } from './trees.ts'

const table = (...cells: readonly string[]): readonly string[] => rowsOf(`${cells.join('\n')}\n`)
const HEAD = ['项目名称', '建设地点', '建设规模', '建设年限', '责任单位']

describe('flattened tables of projects or tasks that number no rows', () => {
  it('leave out a cell that may stand below either of two heads of words', () => {
    const rows = table(
      ...HEAD,
      ...['东门泵站扩建', '曲塘镇', '流量5立方米每秒', '2024-2025', '市水利局'],
      ...['白米水厂', '日供水3万吨', '2023-2024', '市水务集团'],
      ...['丙路改造', '曲塘镇', '长2公里', '市住建局'],
    )
    expect(rows.slice(1)).toEqual([
      '东门泵站扩建|曲塘镇|流量5立方米每秒|2024-2025|市水利局',
      '白米水厂|||2023-2024|市水务集团',
      '丙路改造|曲塘镇|长2公里||市住建局',
    ])
  })

  it.each([
    ['numbered', '一、供水工程', '二、防洪工程'],
    ['bare', '供水工程', '防洪工程'],
  ])('read on below %s headings of groups', (_, first, second) => {
    const rows = table(
      ...HEAD,
      first,
      ...['白米水厂', '白米镇', '日供水3万吨', '2023-2024', '市水务集团'],
      second,
      ...['南河治理', '白米镇', '长5公里', '2026—', '市水利局'],
      ...['合计', '11公里'],
    )
    expect(rows.slice(1)).toEqual([
      `${first}||||`,
      '白米水厂|白米镇|日供水3万吨|2023-2024|市水务集团',
      `${second}||||`,
      '南河治理|白米镇|长5公里|2026—|市水利局',
    ])
  })

  it('tell tasks from bodies and dates', () => {
    const rows = table(
      ...['重点任务', '牵头单位', '责任单位', '完成时限'],
      ...['新建白米水厂，', '延伸管网12公里。', '市水利局', '白米镇、曲塘镇', '2025年12月'],
      ...['改造丁路。', '市交通运输局', '2025年10月'],
      ...['建设污水处理站12座。', '市生态环境局', '各乡镇'],
    )
    expect(rows.slice(1)).toEqual([
      '新建白米水厂，⏎延伸管网12公里。|市水利局|白米镇、曲塘镇|2025年12月',
      '改造丁路。||市交通运输局|2025年10月',
      '建设污水处理站12座。|市生态环境局|各乡镇|',
    ])
  })

  it('end before prose', () => {
    const rows = table(
      ...['任务名称', '责任单位', '完成时间'],
      ...['新建白米水厂', '市水利局', '2025年12月'],
      ...['改造丁路', '市交通局', '2025年10月'],
      '各地各部门要加强领导，落实责任。',
    )
    expect(rows).toHaveLength(3)
  })

  it('are not seen in words of heads that no rows follow', () => {
    expect(table('任务名称', '责任单位', '完成时间', '各地要加强领导。', '县政府负责督查。')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { departmentFinder } from '../../queries/departments-meant.ts'

const body = (name: string, ...aliases: string[]) => ({ name, aliases })
const BODIES = [
  body('县发展改革委'),
  body('市发展改革委'),
  body('县教育主管部门'),
  body('县水行政主管部门'),
  body('县能源主管部门'),
  body('各乡镇人民政府（街道办事处）', '乡镇人民政府（街道办事处）'),
  body('推进城乡融合工作领导小组'),
  body('县住房城乡建设局', '县住建局'),
  body('丙山县文化旅游委'),
]
const find = departmentFinder(BODIES)

describe('the departments that a word means', () => {
  it.each([
    ['县发展改革委', 'name', ['县发展改革委']],
    ['县住建局', 'name', ['县住房城乡建设局']],
    ['发展改革委', 'short', ['县发展改革委', '市发展改革委']],
    ['住建局', 'short', ['县住房城乡建设局']],
    ['县文化旅游委', 'short', ['丙山县文化旅游委']],
    ['各乡镇人民政府', 'short', ['各乡镇人民政府（街道办事处）']],
    ['乡镇政府', 'short', ['各乡镇人民政府（街道办事处）']],
    ['领导小组', 'ending', ['推进城乡融合工作领导小组']],
    ['县发改委', 'charge', ['县发展改革委']],
    ['县发展和改革委员会', 'charge', ['县发展改革委']],
    ['发改委', 'charge', ['县发展改革委', '市发展改革委']],
    ['县发改局', 'like-charge', ['县发展改革委']],
    ['教育局', 'like-charge', ['县教育主管部门']],
    ['县水利局', 'domain', ['县水行政主管部门']],
  ])('%s: by %s', (piece, way, names) => {
    const found = find(piece)
    expect(found?.way).toBe(way)
    expect(found?.departments.map(({ name }) => name)).toEqual(names)
  })

  it.each(['部门', '主管部门', '项目', '镇发改委', '财政局', '水利', '教育', '经办'])(
    '%s means none',
    (piece) => {
      expect(find(piece)).toBeUndefined()
    },
  )
})

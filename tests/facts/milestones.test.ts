import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../../pipeline/facts/deadlines.ts'
import { findMilestones } from '../../pipeline/facts/milestones.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { aReading, mention } from './a-reading.ts'

const knowledge = loadKnowledge()

/** “甲溪水库 2025年底” for every date given to one of the projects. */
const dues = (line: string, ...projects: readonly string[]) => {
  const plain = aReading(line)
  const reading = { ...plain, plan: { ...plain.plan, periodStart: 2021 } }
  const named = {
    projects: projects.map((name) => mention(reading, 'Project', name)),
    deadlines: findDeadlines(reading, knowledge).mentions,
  }
  return findMilestones(reading, knowledge, named).facts.map(
    ({ subject, object }) => `${(subject as { name: string }).name} ${(object as { name: string }).name}`,
  )
}

describe('a dated milestone', () => {
  it.each([
    ['续建甲溪水库（总库容1260万m³），2025年底前下闸蓄水；扩建乙水库。', ['甲溪水库'], ['甲溪水库 2025年底']],
    ['推进甲溪公路改造，建设里程38公里，总投资2亿元，2027年建成通车。', ['甲溪公路'], ['甲溪公路 2027年']],
    [
      '新建城南水厂、城北水厂，力争2024年建成投用，供水5万吨。',
      ['城南水厂', '城北水厂'],
      ['城南水厂 2024年', '城北水厂 2024年'],
    ],
    ['推进乙大桥前期工作，9月底前完成工程可行性研究报告审批。', ['乙大桥'], ['乙大桥 2021年9月底前']],
    ['城南泵站扩容2024年汛前完成，新增抽排能力。', ['城南泵站扩容'], ['城南泵站扩容 2024年汛前']],
    ['推进甲桥、丙大桥等2个项目力争2026年交付使用。', ['甲桥', '丙大桥'], ['甲桥 2026年', '丙大桥 2026年']],
  ])('%s', (line, projects, expected) => {
    expect(dues(line, ...projects)).toEqual(expected)
  })

  it.each([
    ['推进甲溪公路改造，疏浚河道9公里，2025年完工。', '甲溪公路'],
    ['建成甲溪水库；启动其他工程，2025年完工。', '甲溪水库'],
    ['建成甲溪水库，2025年人均收入翻番。', '甲溪水库'],
    ['推进甲溪公路改造，2025年完成投资3亿元。', '甲溪公路'],
    ['加强甲溪水库周边治理力争2025年完成。', '甲溪水库'],
  ])('is none of the project in %s', (line, project) => {
    expect(dues(line, project)).toEqual([])
  })
})

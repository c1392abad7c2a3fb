import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../../pipeline/facts/deadlines.ts'
import { findDepartments } from '../../pipeline/facts/departments.ts'
import { findResponsibilities } from '../../pipeline/facts/responsibilities.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { aReading, mention } from './a-reading.ts'

const knowledge = loadKnowledge()

const read = (lines: readonly string[], project?: string) => {
  const plain = aReading(...lines)
  const reading = { ...plain, plan: { ...plain.plan, periodStart: 2021 } }
  const found = findResponsibilities(reading, knowledge, {
    deadlines: findDeadlines(reading, knowledge).mentions,
    documents: [],
    places: [],
    departments: findDepartments(reading, knowledge).mentions,
    projects: project ? [mention(reading, 'Project', project)] : [],
    indicators: [],
    targets: [],
  })
  const dues = (found.commitments ?? []).map(({ due }) => due?.name)
  const facts = found.facts.filter(({ predicate }) => predicate === 'DUE')
  return { dues, facts, coverage: found.coverage }
}

describe('a date beside a duty note', () => {
  it.each([
    ['on a line below the note', ['完成甲溪河整治', '牵头单位：县水利局', '完成时间：2021年10月底前']],
    ['in the bracket of the note', ['完成甲溪河整治（县水利局牵头，县财政局配合，2021年10月底前完成）。']],
    ['in the sentence of the note', ['完成甲溪河整治。由县水利局牵头，县财政局配合，2021年10月底前完成。']],
    ['on a line between task and note', ['完成甲溪河整治', '完成时限：2021年10月底前', '责任单位：县水利局']],
  ])('dates the task: %s', (_, lines) => {
    const { dues, facts, coverage } = read(lines, '甲溪河整治')
    expect(dues).toEqual(['2021年10月底前'])
    expect(facts.map(({ rule, evidence }) => [rule, evidence.length])).toEqual([['due-note', 2]])
    expect(coverage.notUnderstood).toBe(0)
  })

  it('stands behind a text that the note of a heading governs', () => {
    const lines = ['# 一、改造学校（牵头单位：县教育局）', '目标任务：改造学校12所。', '时间要求：8月底前']
    expect(read(lines).dues).toContain('2021年8月底前')
  })

  it('does not outweigh a date of the task itself', () => {
    const lines = ['2021年6月底前完成甲溪河整治。', '牵头单位：县水利局', '完成时间：2021年10月底前']
    expect(read(lines).dues).toEqual(['2021年6月底前'])
  })

  it.each([
    [
      'without a date',
      ['建成甲溪大桥；9月底前完成乙桥可研。', '牵头单位：县水利局', '完成时限：2021年12月'],
      ['2021年12月'],
    ],
    [
      'with another of several dates',
      ['9月底前完成乙桥可研。建成甲溪大桥。', '牵头单位：县水利局', '完成时限：9月底前、2021年12月'],
      ['2021年12月'],
    ],
    [
      'not with a date of its own',
      ['2021年6月建成甲溪大桥；完成乙桥可研。', '牵头单位：县水利局', '完成时限：2021年12月'],
      [],
    ],
  ])('dates the projects of a clause %s', (_, lines, dues) => {
    const { facts } = read(lines, '甲溪大桥')
    expect(facts.map(({ object }) => (object as { name: string }).name)).toEqual(dues)
  })

  it('does not reach over to the next item', () => {
    const lines = ['完成甲溪河整治', '牵头单位：县水利局', '2021年10月底前完成乙河整治。']
    expect(read(lines).dues).toEqual([undefined, '2021年10月底前'])
  })
})

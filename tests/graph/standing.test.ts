import { describe, expect, it } from 'vitest'
import { diff } from '../../graph/diff/diff.ts'
import { standingFacts } from '../../graph/diff/standing.ts'
import type { RevisionFacts } from '../../graph/model.ts'
import { factsOf, type Line } from './facts.ts'

const serves = (project: string): Line => ({ kind: 'serves', project, place: '甲溪镇' })
const target = (value: number): Line => ({ kind: 'target', indicator: '城镇化率', value, year: 2025 })
const whole = factsOf({ edition: '2021', lines: [serves('甲溪水库'), serves('丁台水厂'), target(60)] })
const amending = (facts: RevisionFacts, words: Partial<RevisionFacts['revision']>): RevisionFacts => ({
  ...facts,
  revision: { ...facts.revision, amends: true, ...words },
})
const amendment = amending(
  factsOf({
    edition: '2022',
    lines: [serves('戊滩水厂'), target(62), { kind: 'exhortation', text: '丁台水厂不再实施。' }],
  }),
  { removes: ['丁台水厂不再实施'] },
)

describe('a plan as it stands', () => {
  it('is a whole revision where nothing amends it', () => {
    expect(standingFacts([whole])).toBe(whole)
    expect(standingFacts([])).toBeUndefined()
  })

  it('differs from the whole revision by what its amendment names, none of it a fault of the reader', () => {
    const standing = standingFacts([whole, amendment])
    if (!standing) throw new Error('Unexpected lack of facts')
    const changes = diff(whole, standing, () => undefined)
    expect(changes.map(({ kind, subject, stillInText = false }) => [kind, subject, stillInText])).toEqual([
      ['target_raised', '城镇化率', false],
      ['project_dropped', '丁台水厂', false],
      ['project_added', '戊滩水厂', false],
    ])
  })

  it('puts the quotes of its texts at places of their own', () => {
    const standing = standingFacts([whole, amendment])
    const starts = standing?.sections.map(({ start }) => start) ?? []
    expect(new Set(starts).size).toBe(starts.length)
    expect(Math.max(...starts)).toBeGreaterThanOrEqual(Array.from(whole.text).length)
  })
})

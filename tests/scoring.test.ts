import { describe, expect, it } from 'vitest'
import type { FoundThings } from './scoring/found.ts'
import type { Passage } from './scoring/gold.ts'
import { meet, nameForms } from './scoring/names.ts'
import { scorePassage } from './scoring/score-passage.ts'
import { Tally, toRow } from './scoring/tally.ts'

const passage: Passage = {
  passage: 'x01',
  source: 'plan.txt',
  start: 0,
  end: 100,
  entities: [
    {
      id: 'e1',
      type: 'Project',
      name: '甲溪水厂',
      aliases: ['甲溪水厂工程'],
      attrs: { phase: 'start', phase_alt: ['advance'] },
    },
    { id: 'e2', type: 'Place', name: '甲溪镇' },
    { id: 'e3', type: 'Project', name: '智慧城市', optional: true },
    { id: 'e4', type: 'Department', name: '区水利局' },
  ],
  relations: [
    { type: 'SERVES', head: 'e1', tail: 'e2' },
    {
      type: 'RESPONSIBLE_FOR',
      head: 'e4',
      tail: null,
      attrs: { role: 'lead', span: [10, 40], commitment: '新建甲溪水厂' },
    },
  ],
  targets: [{ indicator: '供水普及率', comparator: '>=', value: 95, unit: '%', year: 2025 }],
}

const things: FoundThings = {
  entities: [
    { id: 'p', type: 'Project', name: '甲溪水厂', aliases: [], phase: 'advance', at: [12] },
    { id: 'q', type: 'Place', name: '甲溪镇', aliases: [], at: [12] },
    { id: 'i', type: 'Indicator', name: '供水普及率', aliases: [], at: [50] },
    { id: 'd', type: 'Department', name: '区水利局', aliases: [], at: [60] },
    { id: 'far', type: 'Project', name: '乙河水厂', aliases: [], at: [400] },
  ],
  statements: [
    { predicate: 'LOCATED_IN', subject: 'p', object: 'q', basis: 'stated', at: [12] },
    { predicate: 'HAS_TARGET', subject: 'i', object: 't', basis: 'stated', at: [50] },
    { predicate: 'RESPONSIBLE_FOR', subject: 'd', object: 'c', role: 'lead', basis: 'stated', at: [60] },
  ],
  targets: new Map([
    ['t', { id: 't', indicator: 'i', value: 95, comparator: '>=', unit: '%', year: 2025, kind: 'target' }],
  ]),
  commitments: new Map([['c', { start: 10, text: '新建甲溪水厂' }]]),
}

const score = (found: FoundThings): Tally => {
  const tally = new Tally()
  scorePassage(found, passage, tally, 'relaxed')
  return tally
}
const without = (id: string): FoundThings => ({
  ...things,
  entities: things.entities.filter((e) => e.id !== id),
})

describe('scorePassage', () => {
  it('counts a perfect reading as such, spatial relations being interchangeable', () => {
    const tally = score(things)
    for (const kind of ['Project', 'Place', 'SPATIAL', 'RESPONSIBLE_FOR', 'Target', 'role'])
      expect([kind, tally.micro([kind])]).toMatchObject([kind, { tp: 1, fp: 0, fn: 0 }])
    expect(tally.phaseAccuracy).toBe(1)
  })

  it.each([
    ['p', 'Project'],
    ['q', 'Place'],
    ['d', 'Department'],
  ])('misses entity %s when it was not extracted', (id, kind) => {
    expect(score(without(id)).micro([kind])).toMatchObject({ tp: 0, fn: 1 })
  })

  it('counts an entity that is not in the gold as an error, but not one outside the passage', () => {
    const extra = { id: 'x', type: 'Project', name: '丙山公园', aliases: [], at: [20] }
    expect(score({ ...things, entities: [...things.entities, extra] }).micro(['Project'])).toMatchObject({
      fp: 1,
    })
  })

  it('neither rewards nor punishes optional gold', () => {
    const optional = { id: 'o', type: 'Project', name: '智慧城市', aliases: [], at: [20] }
    const tally = score({ ...things, entities: [...things.entities, optional] })
    expect(tally.micro(['Project'])).toMatchObject({ tp: 1, fp: 0, fn: 0 })
  })

  it('does not take a target of another year', () => {
    const target = things.targets.get('t')
    if (!target) throw new Error('Unexpected fixture, expected a target')
    const tally = score({ ...things, targets: new Map([['t', { ...target, year: 2030 }]]) })
    expect(tally.micro(['Target'])).toMatchObject({ tp: 0, fp: 1, fn: 1 })
  })
})

describe('names', () => {
  it.each([
    ['甲溪水厂', '甲溪水厂建设工程', true],
    ['新建甲溪水厂', '甲溪水厂', true],
    ['“一小时经济圈”', '一小时经济圈', true],
    ['甲溪—乙河通道', '甲溪-乙河通道', true],
    ['三合', '三合水库', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(meet(nameForms(one), nameForms(other))).toBe(same)
  })

  it('gives no F1 where nothing was found or wanted', () => {
    expect(toRow({ tp: 0, fp: 0, fn: 0 }).f1).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { revisionMeant } from '../../cli/which-revision.ts'
import type { PlanStatus, RevisionHeld } from '../../graph/revisions.ts'

const held = (id: string, ordinal: number, inForce: boolean) =>
  ({
    id: `revision:甲县/${id}`,
    plan: 'plan:甲县',
    ordinal,
    status: 'committed',
    inForce,
    label: id,
    properties: {},
  }) as unknown as RevisionHeld

const plans = [
  { id: 'plan:甲县', revisions: [held('aa11', 1, false), held('aa22', 2, true), held('bb33', 3, true)] },
] as unknown as readonly PlanStatus[]

describe('the revision that a word means', () => {
  it.each([
    ['甲县/aa1', 'aa11'],
    ['甲县', 'bb33'],
    ['2', 'aa22'],
    ['甲县#1', 'aa11'],
  ])('%s', (word, id) => {
    expect(revisionMeant(plans, word).id).toBe(`revision:甲县/${id}`)
  })

  it.each(['甲县/aa', '甲'])('%s is the beginning of several, and none is taken', (word) => {
    expect(() => revisionMeant(plans, word)).toThrow(/可以指几个版本/)
  })
})

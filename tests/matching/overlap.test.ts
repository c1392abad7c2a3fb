import { expect, it } from 'vitest'
import { settleOverlaps } from '../../pipeline/matching/overlap.ts'

type Hit = readonly [start: number, end: number, order: number, find?: string]
const contender = ([start, end, order, find = 'Project']: Hit) => ({ span: { start, end }, order, find })

it.each<[string, readonly Hit[], readonly number[]]>([
  [
    'the longest',
    [
      [0, 2, 1],
      [1, 5, 2],
    ],
    [2],
  ],
  [
    'of equals the earlier start',
    [
      [1, 3, 1],
      [0, 2, 2],
    ],
    [2],
  ],
  [
    'of the same words the earlier rule',
    [
      [0, 2, 2],
      [0, 2, 1],
    ],
    [1],
  ],
  [
    'all that do not overlap',
    [
      [2, 4, 2],
      [0, 2, 1],
    ],
    [1, 2],
  ],
  [
    'both where they find different things',
    [
      [0, 2, 1, 'Place'],
      [0, 4, 2],
    ],
    [1, 2],
  ],
  [
    'what only overlaps a loser',
    [
      [0, 2, 1],
      [1, 5, 2],
      [4, 9, 3],
    ],
    [1, 3],
  ],
])('keeps %s', (_, hits, orders) => {
  expect(settleOverlaps(hits.map(contender)).won.map(({ order }) => order)).toEqual(orders)
})

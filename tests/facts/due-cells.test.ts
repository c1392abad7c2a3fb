import { describe, expect, it } from 'vitest'
import { dueOfCell, stagesOf } from '../../pipeline/facts/deadlines/due-cells.ts'

describe('a cell below 建设年限', () => {
  const stages = stagesOf('注：近期为2026—2028年，远期（2029—2035年）。')
  it.each([
    ['2024-2026', '2024-01-01', '2026-12-31'],
    ['2024～2026年', '2024-01-01', '2026-12-31'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['2026—', '2026-01-01', '2026-12-31'],
    ['2024.6', '2024-06-01', '2024-06-30'],
    ['2024.03-2025.11', '2024-03-01', '2025-11-30'],
    ['近期', '2026-01-01', '2028-12-31'],
    ['远期实施', '2029-01-01', '2035-12-31'],
  ])('%s lasts from %s to %s', (cell, start, end) => {
    expect(dueOfCell(cell, stages)).toMatchObject({ start, end })
  })

  it.each(['860', '2026-2024', '2024.13', '中期', '—', '12个月'])('%s says nothing of when', (cell) => {
    expect(dueOfCell(cell, stages)).toBeUndefined()
  })
})

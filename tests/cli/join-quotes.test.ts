import { describe, expect, it } from 'vitest'
import { joinQuotes } from '../../cli/join-quotes.ts'

const heading = { statement: 's1', part: 'heading', quote: '乙河新区重大项目', section: '第二章 › 专栏1' }
const clause = { statement: 's1', part: 'clause', quote: '新开工甲溪水库', section: '第二章 › 专栏1 › 水利' }
const other = { statement: 's2', part: 'clause', quote: '建设丁台水厂', section: '第二章' }
const silent = { statement: null, text: '一段没有陈述的话', quote: null }

describe('joining quotes', () => {
  it.each([
    ['a clause and its heading, wherever they stand', [clause, other, heading]],
    ['a heading that comes first', [heading, other, clause]],
  ])('makes one row of %s, the heading last and marked', (_what, rows) => {
    const [first, second] = joinQuotes(rows)
    expect(first).toMatchObject({
      quote: '新开工甲溪水库\n〔乙河新区重大项目〕',
      section: '第二章 › 专栏1 › 水利',
    })
    expect(second).toEqual(other)
  })

  it('keeps a statement apart that is told of two things', () => {
    const rows = [
      { ...clause, project: '甲溪水库' },
      { ...clause, project: '丁台水厂' },
    ]
    expect(joinQuotes(rows)).toEqual(rows)
  })

  it('leaves rows without a statement alone', () => {
    expect(joinQuotes([silent, silent])).toEqual([silent, silent])
  })
})

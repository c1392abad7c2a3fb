import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, similarity, wordingKey } from '../../graph/diff/text.ts'

describe('wordingKey', () => {
  it.each([
    ['punctuation', '加强救援，提升意识。', '加强救援；提升意识。'],
    ['width', '集中处理率９６.１％', '集中处理率96.1%'],
    ['spacing', '丰盛苑 、阳光花园', '丰盛苑、阳光花园'],
    ['numeral style', '建设五个镇', '建设5个镇'],
  ])('sees no change in %s', (_, one, other) => {
    expect(wordingKey(one)).toBe(wordingKey(other))
  })

  it.each([
    ['a decimal point', '2.5%', '25%'],
    ['a comparator', '≥95', '95'],
    ['a word', '确保完成', '力争完成'],
  ])('sees %s', (_, one, other) => {
    expect(wordingKey(one)).not.toBe(wordingKey(other))
  })
})

describe('similarity', () => {
  it('is symmetric, between 0 and 1, and 1 for equal texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const score = similarity(one, other)
        expect(score).toBe(similarity(other, one))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(similarity(one, one)).toBe(1)
      }),
    )
  })
})

describe('align', () => {
  it('gives every thing of both lists exactly one place', () => {
    const lists = fc.array(fc.record({ text: fc.string({ maxLength: 6 }) }), { maxLength: 8 })
    fc.assert(
      fc.property(lists, lists, (olds, news) => {
        const { same, similar, oldOnly, newOnly } = align(olds, news, ({ text }) => text, 0.5)
        const pairs = [...same, ...similar]
        expect(new Set([...pairs.map(([old]) => old), ...oldOnly])).toEqual(new Set(olds))
        expect(pairs.length + oldOnly.length).toBe(olds.length)
        expect(pairs.length + newOnly.length).toBe(news.length)
      }),
    )
  })
})

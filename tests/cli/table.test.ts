import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { drawTable, wrap } from '../../cli/table.ts'

const character = fc.constantFrom(...'甲溪镇水库建设（）“”、，。—abc 12%')
const text = fc.string({ unit: character, maxLength: 60 })

describe('a table', () => {
  it('is straight whatever the mixture of Chinese and Latin', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 5 }), (rows) => {
        const lines = drawTable([['项目 project', '阶段', 'quote'], ...rows], 60)
          .trimEnd()
          .split('\n')
        expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1)
      }),
      { numRuns: 50 },
    )
  })

  it('loses no character of a long quote', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (quote, width) => {
        expect(wrap(quote, width).replace(/[\n ]/g, '')).toBe(quote.replaceAll(' ', ''))
        for (const line of wrap(quote, width).split('\n'))
          expect(stringWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('fits the terminal when its texts are long', () => {
    const quote = '新开工甲溪水库、乙河大道、丁台水厂等项目'.repeat(10)
    const drawn = drawTable(
      [
        ['项目', '原文'],
        ['甲溪水库', quote],
      ],
      80,
    )
    expect(Math.max(...drawn.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(80)
  })
})

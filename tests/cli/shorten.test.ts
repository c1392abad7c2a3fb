/** Long quotes in tables are shown in part, around what the row is about, and never changed otherwise. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawAnswer } from '../../cli/answer.ts'
import { SHORTENED, shorten } from '../../cli/shorten.ts'

const list = `新开工${Array.from({ length: 40 }, (_, n) => `甲溪${n}号水库`).join('、')}等项目`

describe('a shortened quote', () => {
  it.each([
    ['甲溪20号水库', '甲溪20号水库'],
    ['甲溪39号水库', '甲溪39号水库'],
    ['乙河镇20号水库', '20号水库'],
  ])('around %s shows %s', (word, shown) => {
    const short = shorten(list, [word])
    expect(short).toContain(shown)
    expect(short.length).toBeLessThanOrEqual(82)
    expect(short).toContain('…')
  })

  it('is the beginning where nothing of the words stands in it', () => {
    expect(shorten(list, ['丙山']).startsWith('新开工')).toBe(true)
  })

  it('is verbatim between its cuts, and whole when it is short', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ maxLength: 12 }),
        (quote, word) => {
          const short = shorten(quote, [word])
          if (quote.length <= 80) expect(short).toBe(quote)
          expect(quote).toContain(short === quote ? quote : short.replace(/^…/, '').replace(/…$/, ''))
        },
      ),
    )
  })
})

describe('an answer', () => {
  const row = {
    project: '甲溪20号水库',
    evidence: [{ quote: list, part: 'clause', section: '第一章', plan: '规划' }],
  }

  it('says that a quote was shortened and how to see it whole', () => {
    expect(drawAnswer('projects-serving-place', [row], 120)).toContain(SHORTENED)
  })

  it('shows the whole quote when asked to', () => {
    const drawn = drawAnswer('projects-serving-place', [row], 1000, true)
    expect(drawn).toContain(list)
    expect(drawn).not.toContain(SHORTENED)
  })
})

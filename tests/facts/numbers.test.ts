import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuantities } from '../../pipeline/facts/numbers.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'

const knowledge = loadKnowledge()
const read = (text: string) => findQuantities(text, 0, knowledge)
const brief = (text: string) =>
  read(text).map(({ value, max, comparator, unit }) => [value, max, comparator, unit])

describe('a quantity', () => {
  it.each<[string, number, string]>([
    ['60万人', 60, '万人'],
    ['29,702个', 29702, '个'],
    ['６０．５％', 60.5, '%'],
    ['1.2万亿元', 1.2, '万亿元'],
    ['600吨/日', 600, '吨/日'],
    ['4批次/千人', 4, '批次/千人'],
    ['100万人口', 100, '万人'],
    ['51km', 51, 'km'],
    ['1.5个百分点', 1.5, '个百分点'],
    ['三幅', 3, '幅'],
  ])('%s keeps its written scale and unit', (text, value, unit) => {
    expect(brief(text)).toEqual([[value, undefined, '=', unit]])
  })

  it.each(['2025年', 'G318线', 'S5线', '第3批', '一大批', '二〇二五年'])('%s is none', (text) => {
    expect(read(text).filter(({ unit }) => unit !== '')).toEqual([])
  })

  it.each<[string, string]>([
    ['不低于98%', '>='],
    ['98%以上', '>='],
    ['≥98%', '>='],
    ['控制在5.5%以内', '<='],
    ['0.2万人以下', '<='],
    ['突破500亿元', '>'],
    ['9.3万余户', '>'],
    ['约0.8万人', 'about'],
    ['6%左右', 'about'],
    ['增长30%', 'change'],
    ['增长8%以上', '>='],
  ])('%s binds as %s', (text, comparator) => {
    expect(read(text)[0]?.comparator).toBe(comparator)
  })

  it('takes a verb of growth before a count for a part of the name', () => {
    expect(read('风貌提升15个')[0]?.comparator).toBe('=')
  })
})

describe('a range', () => {
  it.each<[string, number, number, string]>([
    ['1.5万人—2.5万人', 1.5, 2.5, '万人'],
    ['1.5万—2.5万人', 1.5, 2.5, '万人'],
    ['5~10万人', 5, 10, '万人'],
    ['45%-50%', 45, 50, '%'],
    ['3至5个', 3, 5, '个'],
  ])('%s shares scale and unit', (text, value, max, unit) => {
    expect(brief(text)).toEqual([[value, max, 'range', unit]])
  })
})

describe('a ratio', () => {
  it('keeps the side that is one in the unit', () => {
    expect(brief('由1:1.92降至2.19:1')).toEqual([
      [1.92, undefined, '=', '1:'],
      [2.19, undefined, '=', ':1'],
    ])
  })
  it('gives the parts of a ratio of three', () => {
    expect(read('13：40.5：46.5')[0]?.parts).toEqual([13, 40.5, 46.5])
  })
})

it('counts offsets in UTF-16 units from the offset given', () => {
  const text = '𬒈村新增60万人以上'
  const [quantity] = findQuantities(text, 100, knowledge)
  expect(text.slice((quantity?.span.start ?? 0) - 100, (quantity?.span.end ?? 0) - 100)).toBe('60万人')
  expect(text.slice((quantity?.whole.start ?? 0) - 100, (quantity?.whole.end ?? 0) - 100)).toBe('60万人以上')
})

it('never overlaps, never leaves the text, and finds each written figure again', () => {
  const pieces = fc.constantFrom(
    '60万人',
    '以上',
    '约',
    '，',
    '达到',
    '1.5',
    '—',
    '2%',
    ':',
    '甲溪镇',
    '年',
    '一',
    '2025',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      let end = 0
      for (const { span, whole } of read(text)) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        expect(whole.end).toBeLessThanOrEqual(text.length)
        end = span.end
      }
    }),
  )
})

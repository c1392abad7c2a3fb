import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simplified } from '../../pipeline/document/simplified.ts'
import { extract } from '../../pipeline/extract.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'

const plan = {
  id: 'b',
  title: '丙山县方案',
  jurisdiction: '辰州省/丙山县',
  periodStart: 2022,
  periodEnd: 2022,
  inferred: [],
}

describe('a text in traditional characters', () => {
  it('keeps its length, and a text in simplified ones stays as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('縣', '達', '水', '到', '。', '𬒈', '12')), (parts) => {
        const text = parts.join('')
        expect(simplified(text)).toHaveLength(text.length)
      }),
    )
    expect(simplified('甲縣的水厂建设要加快推进，城镇污水处理率达到95%，新建管网')).toContain('縣')
  })

  it('is read like one in simplified characters and quoted as it is written', () => {
    const text =
      '到2022年底，城鎮污水處理率達到95%以上。\n新建汙水管網15公里。（責任單位：縣環保局牽頭，縣水利局參與）\n'
    const { facts, rejected } = extract(readDocument(Buffer.from(text), 'a.txt'), plan, loadKnowledge())
    const names = (type: string) => facts.entities.filter((one) => one.type === type).map(({ name }) => name)
    expect(names('Indicator')).toContain('城镇污水处理率')
    expect(names('Department').toSorted()).toEqual(['县水利局', '县环保局'])
    expect(rejected).toEqual([])
    for (const { evidence } of facts.statements)
      for (const { quote } of evidence) expect(text).toContain(quote)
  })
})

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { structure } from '../../pipeline/document/structure.ts'
import { type Knowledge, loadKnowledge } from '../../pipeline/knowledge.ts'
import type { PlanDocument, Segment } from '../../pipeline/records.ts'
import { tokenize } from '../../pipeline/tokens/jieba.ts'
import { segment } from '../../pipeline/tokens/segment.ts'
import { sentencesOf } from '../../pipeline/tokens/sentences.ts'
import { documentOf } from '../document/trees.ts'

let knowledge: Knowledge
beforeAll(() => {
  knowledge = loadKnowledge()
})

const segmentsOf = (document: PlanDocument): readonly Segment[] =>
  segment(document, structure(document), knowledge)

describe('sentences', () => {
  it.each([
    ['建成水库。开工水厂！何时？', ['建成水库。', '开工水厂！', '何时？']],
    ['新建甲溪水厂；扩建乙河水厂；', ['新建甲溪水厂；', '扩建乙河水厂；']],
    ['落实《意见。修订》和“甲。乙”（见附件；略）。', ['落实《意见。修订》和“甲。乙”（见附件；略）。']],
    ['“十四五”时期。”后续。', ['“十四五”时期。”', '后续。']],
    ['任务：一是建水厂，二是修管网。', ['任务：', '一是建水厂，', '二是修管网。']],
    ['（未闭合的括号。下一句。', ['（未闭合的括号。', '下一句。']],
    ['上一行\n　下一行。', ['上一行', '下一行。']],
    ['增长8.5%；降至1:1.84。', ['增长8.5%；', '降至1:1.84。']],
  ])('of %s', (text, sentences) => {
    expect(
      sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(sentences)
  })
})

describe('segments', () => {
  it('are sentences, headings and rows with the sections above them', () => {
    const document = documentOf(
      '第一章 目标\n专栏1 指标\n\t序号\n\t指标\n\t目标值\n\n\t1\n\t城镇化率\n\t60\n\n\n到2035年，建成。全面完成。\n',
    )
    expect(
      segmentsOf(document).map(({ kind, text, sections }) => [
        kind,
        text.replace(/\s+/g, ' '),
        sections.map((one) => one.title ?? one.kind).join('›'),
      ]),
    ).toEqual([
      ['heading', '第一章 目标', '目标›paragraph'],
      ['heading', '专栏1 指标', '目标›指标›paragraph'],
      ['row', '序号 指标 目标值', '目标›指标›table›row'],
      ['row', '1 城镇化率 60', '目标›指标›table›row'],
      ['sentence', '到2035年，建成。', '目标›paragraph'],
      ['sentence', '全面完成。', '目标›paragraph'],
    ])
  })

  it('come in order, apart, and hold every letter and digit of the text', () => {
    const piece = fc.constantFrom(
      '第一章 甲',
      '一、乙',
      '1.丙。丁',
      '。',
      '；',
      '\n',
      '\t',
      '1',
      '2',
      '序号',
      '指标',
      '“',
      '”',
      '（',
      '甲溪镇',
      '2025年',
      '𬒈',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), (pieces) => {
        const text = `甲${pieces.join('')}`
        const document = documentOf(text)
        let at = 0
        for (const { span } of segmentsOf(document)) {
          expect(span.start).toBeGreaterThanOrEqual(at)
          expect(document.text.slice(at, span.start)).not.toMatch(/[\p{L}\p{N}]/u)
          at = span.end
        }
        expect(document.text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u)
      }),
    )
  })

  it('are rebuilt by their tokens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(1000), (text, offset) => {
        const tokens = tokenize(text, offset, knowledge)
        expect(tokens.map((token) => token.text).join('')).toBe(text)
        let at = offset
        for (const { span, text: word } of tokens) {
          expect(span).toEqual({ start: at, end: at + word.length })
          at = span.end
        }
      }),
    )
  })

  it('have tokens with numbers whole, and words of planning whole', () => {
    const words = tokenize('新建110千伏变电站4座，增长8.5%', 0, knowledge).map(({ text }) => text)
    expect(words).toEqual(expect.arrayContaining(['110', '变电站', '8.5']))
  })
})

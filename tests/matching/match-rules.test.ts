import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchRules } from '../../pipeline/matching/match-rules.ts'
import { createTagger } from '../../pipeline/matching/tagger.ts'
import { knowledgeOf, rules } from './build.ts'

/** The words that a pattern matches in a text, where 甲溪, 甲溪镇 and 乙河 are places. */
const hits = (match: string, text: string, name?: string) => {
  const content = rules({ trial: { match, ...(name && { name }) } })
  const { knowledge, faults } = knowledgeOf({ 'rules/names/trial.md': content })
  expect(faults.filter(({ reason }) => !/example|near miss/.test(reason))).toEqual([])
  const places = ['甲溪', '甲溪镇', '乙河'].flatMap((words) => {
    const start = text.indexOf(words)
    return start < 0 ? [] : [{ tag: 'Place', span: { start: start + 5, end: start + 5 + words.length } }]
  })
  return matchRules(knowledge, 'names', { text, span: { start: 5, end: 5 + text.length } }, places)
}

describe('patterns', () => {
  it.each([
    ['characters', '"水厂"', '建水厂', ['水厂']],
    ['a lexicon’s words', 'Fruit', '桃和梨', ['桃', '梨']],
    ['a lexicon’s words of one kind', 'Stone', '桃和梨', ['桃']],
    ['the longest of what a recogniser found', 'Place', '在甲溪镇', ['甲溪镇']],
    ['the shorter one where only it fits', 'Place "镇水厂"', '在甲溪镇水厂', ['甲溪镇水厂']],
    ['one or the other', '("甲" | "乙") "厂"', '甲厂乙厂丙厂', ['甲厂', '乙厂']],
    ['what may be left out', '"甲" "等"? "厂"', '甲厂甲等厂', ['甲厂', '甲等厂']],
    ['as many as there are', 'Fruit+', '桃李梨', ['桃李梨']],
    ['a number of times', 'Digit{2,3}', '1 23 45678', ['23', '456', '78']],
    ['as few as there are', '"从" Any*? "到"', '从甲到乙到', ['从甲到']],
    ['not before a word', 'Fruit !"树"', '桃树李', ['李']],
    ['at the start', '^ Fruit', '桃李', ['桃']],
    ['at the end', 'Fruit $', '桃李', ['李']],
    ['characters above U+FFFF as one', 'Han "溪"', '𬒈溪', ['𬒈溪']],
    ['nothing', '"甲"', '乙', []],
    ['empty repetitions without hanging', '(Digit* Han*)* "。"', '甲1乙2。', ['甲1乙2。']],
  ])('match %s', (_, pattern, text, expected) => {
    expect(hits(pattern, text).map((hit) => hit.text)).toEqual(expected)
  })
})

describe('roles', () => {
  it('keep every fill of a repetition, with its place in the document', () => {
    const [hit] = hits('item:Place ("、" item:Place)* "等"', '甲溪、乙河等')
    expect(hit?.roles.item).toMatchObject([
      { text: '甲溪', span: { start: 5, end: 7 } },
      { text: '乙河', span: { start: 8, end: 10 } },
    ])
  })
  it('share out a head over the items', () => {
    const [hit] = hits('item:Place ("、" item:Place)* head:"水厂"', '甲溪、乙河水厂', '{item}{head}')
    expect(hit?.finds.map(({ name }) => name)).toEqual(['甲溪水厂', '乙河水厂'])
  })
})

describe('speed', () => {
  it('does not depend on how repetitions are nested', () => {
    expect(hits('((Any* Any*)* "终")+ "点"', '甲'.repeat(300))).toEqual([])
  })
})

it('finds every word of a lexicon wherever it stands', () => {
  const alphabet = fc.constantFrom('甲', '乙', '丙')
  const word = fc.string({ unit: alphabet, minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1 }), fc.string({ unit: alphabet }), (words, text) => {
      const tagger = createTagger(new Map(words.map((one) => [one, ['Tag']])))
      const found = tagger(text).map(({ start, end }) => `${start}-${end}`)
      const expected = words.flatMap((one) =>
        [...text].flatMap((_, start) =>
          text.startsWith(one, start) ? [`${start}-${start + one.length}`] : [],
        ),
      )
      expect(found.sort()).toEqual(expected.sort())
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RevisionFacts } from '../../graph/model.ts'
import { codePointSlicer } from '../../pipeline/facts/check/slice.ts'
import { check } from '../../pipeline/facts/check.ts'
import { resolve } from '../../pipeline/facts/resolve.ts'
import { codePointOffsets } from '../../pipeline/facts/state/code-points.ts'
import { state } from '../../pipeline/facts/state.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { aReading, fact, found, mention } from './a-reading.ts'

const good = (): RevisionFacts => {
  const reading = aReading('甲溪镇建设甲溪水库。', '乙河镇。')
  const [project, place] = [mention(reading, 'Project', '甲溪水库'), mention(reading, 'Place', '甲溪镇')]
  const finds = found([], [fact(reading, 'SERVES', project, place, '甲溪镇建设甲溪水库')])
  const coverage = { sentences: 2, understood: 1, exhortation: 0, notUnderstood: 1 }
  return state(reading, resolve(reading, [finds], loadKnowledge()), coverage)
}
const statement = (facts: RevisionFacts) => facts.statements[0] as RevisionFacts['statements'][number]
const withStatement = (
  change: (one: ReturnType<typeof statement>) => Partial<ReturnType<typeof statement>>,
) => {
  const facts = good()
  const one = statement(facts)
  return { ...facts, statements: [{ ...one, ...change(one) }] }
}
const withEvidence = (change: object) =>
  withStatement(({ evidence }) => ({ evidence: evidence.map((one) => ({ ...one, ...change })) }))

describe('what is as it should be', () => {
  it('is kept', () => {
    const facts = good()
    expect(check(facts)).toEqual({ kept: facts, rejected: [] })
  })
})

describe('a statement is refused', () => {
  it.each<[string, RevisionFacts, RegExp]>([
    [
      'whose quote is not the text’s',
      withEvidence({ quote: '甲溪镇建设乙溪水库' }),
      /expected the text's own/,
    ],
    ['whose quote is shifted', withEvidence({ start: 1, end: 10 }), /expected the text's own/],
    ['whose quote is empty', withEvidence({ start: 3, end: 3, quote: '' }), /expected the text's own/],
    [
      'whose quote lies outside of its section',
      withEvidence({ section: good().sections[1]?.id }),
      /outside of section/,
    ],
    ['whose section is not there', withEvidence({ section: 'section:none' }), /Unexpected section/],
    ['without evidence', withStatement(() => ({ evidence: [] })), /without evidence/],
    [
      'with a subject that is not there',
      withStatement(() => ({ subject: 'project:none' })),
      /Unexpected subject project:none of SERVES, expected Project/,
    ],
    [
      'with ends of the wrong kind',
      withStatement(({ subject, object }) => ({ subject: object, object: subject })),
      /Unexpected subject/,
    ],
    [
      'with itself as its object',
      withStatement(({ object }) => ({ predicate: 'PART_OF', subject: object })),
      /to itself/,
    ],
  ])('%s', (_, facts, reason) => {
    const { kept, rejected } = check(facts)
    expect(kept.statements).toEqual([])
    expect(rejected).toEqual([
      { kind: 'statement', item: facts.statements[0], reason: expect.stringMatching(reason) },
    ])
  })
  it('that stands there twice', () => {
    const facts = good()
    const { kept, rejected } = check({ ...facts, statements: [statement(facts), statement(facts)] })
    expect(kept.statements).toHaveLength(1)
    expect(rejected[0]?.reason).toMatch(/second item/)
  })
})

it('refuses a mention whose words are not the text’s', () => {
  const facts = good()
  const mentions = facts.mentions.map((one) => ({ ...one, text: '丙山乡' }))
  expect(check({ ...facts, mentions }).rejected.map(({ kind }) => kind)).toEqual(
    mentions.map(() => 'mention'),
  )
})

it('slices by code points what was counted in UTF-16', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '𬒈', 'a', '，', '🙂') })
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (written, one, other) => {
      const characters = [...written]
      const [start, end] = [one, other].map((n) => n % (characters.length + 1)).sort((a, b) => a - b) as [
        number,
        number,
      ]
      const utf16 = (index: number) => characters.slice(0, index).join('').length
      const toCodePoint = codePointOffsets(written)
      expect([toCodePoint(utf16(start)), toCodePoint(utf16(end))]).toEqual([start, end])
      expect(codePointSlicer(written)(start, end)).toBe(written.slice(utf16(start), utf16(end)))
    }),
  )
})

import { describe, expect, it } from 'vitest'
import { findByRules } from '../../pipeline/facts/ruled.ts'
import type { Mention } from '../../pipeline/records.ts'
import { example, knowledgeOf, rules } from '../matching/build.ts'
import { aReading, mention } from './a-reading.ts'

const TAGS = 'tag\ttable\tcolumn\twhere\nPlace\nProject\n'
const serving = rules({
  serving: {
    find: 'SERVES',
    match: 'work:Project "向" place:Place ("、" place:Place)*\nsubject: work\nobject: place\nphase: start',
    examples:
      example('水库向甲溪镇', '<= Project 水库', '<= Place 甲溪镇', '=> SERVES 水库向甲溪镇') +
      example('水库', '=> nothing'),
  },
})
const { knowledge, faults } = knowledgeOf({
  'lexicons/tags.tsv': TAGS,
  'rules/relations/serving.md': serving,
})

const read = (line: string, ...mentions: readonly [type: 'Place' | 'Project', words: string][]) => {
  const reading = aReading('序言。', line)
  const named = mentions.map(([type, words]) => mention(reading, type, words))
  return findByRules(reading, knowledge, named).facts.map(({ subject, object, evidence, ...rest }) => ({
    ...rest,
    ends: `${(subject as Mention).name} → ${(object as Mention).name}`,
    quote: reading.document.text.slice(evidence[0].span.start, evidence[0].span.end),
  }))
}

describe('relations by rules', () => {
  it('join every subject with every object, quoting what the rule matched', () => {
    expect(faults).toEqual([])
    const common = {
      predicate: 'SERVES',
      rule: 'serving',
      basis: 'stated',
      qualifiers: { phase: 'start' },
      quote: '甲溪水库向甲溪镇、乙河镇',
    }
    expect(
      read(
        '甲溪水库向甲溪镇、乙河镇供水。',
        ['Project', '甲溪水库'],
        ['Place', '甲溪镇'],
        ['Place', '乙河镇'],
      ),
    ).toEqual([
      { ...common, ends: '甲溪水库 → 甲溪镇' },
      { ...common, ends: '甲溪水库 → 乙河镇' },
    ])
  })
  it('are none where a recogniser named no end', () => {
    expect(read('甲溪水库向甲溪镇供水。', ['Project', '甲溪水库'])).toEqual([])
  })
  it('do not join what stands in two sentences', () => {
    const reading = aReading('甲溪水库向', '甲溪镇供水。')
    const named = [mention(reading, 'Project', '甲溪水库'), mention(reading, 'Place', '甲溪镇')]
    expect(findByRules(reading, knowledge, named).facts).toEqual([])
  })
})

import { expect, it } from 'vitest'
import { explain } from '../pipeline/explain.ts'
import { extract } from '../pipeline/extract.ts'
import { readDocument } from '../pipeline/input/read.ts'
import { loadKnowledge } from '../pipeline/knowledge.ts'

const knowledge = loadKnowledge()
const plan = { id: 'bingshan', title: '丙山县规划', jurisdiction: '辰州省/丙山县', inferred: [] }
const document = readDocument(
  Buffer.from('一、供水\n建设甲溪水库，甲溪水库位于乙河镇。\n到2025年，城镇化率达到60%。\n'),
  'plan.txt',
)

it('shows what each rule did in a sentence, and what it says is what is extracted', () => {
  const explained = explain(document, plan, knowledge)
  expect(explained.facts).toEqual(extract(document, plan, knowledge).facts)
  const sentence = explained.segments.find(({ text }) => text.includes('位于'))
  expect(sentence?.under).toEqual(['一、 供水'])
  expect(sentence?.tags.map(({ words, tag }) => `${tag} ${words}`)).toContain('FacilityHead 水库')
  const rules = sentence?.rules ?? []
  expect(rules.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(knowledge.rules.rules.relations.map(({ name }) => name)),
  )
  expect(rules.filter(({ outcome }) => outcome === 'won')).toEqual([
    { rule: 'project-situated', pass: 'relations', outcome: 'won', words: '甲溪水库位于乙河镇' },
  ])
})

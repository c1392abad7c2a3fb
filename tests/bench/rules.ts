/**
 * `npm run rules -- [file…]`: how often each rule found something: in its own examples, and in the files (by default the
 * Kaizhou plan), as statements that stand by it. A rule that finds nothing anywhere is a rule to look at.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { read, recognise } from '../../pipeline/extract.ts'
import { identify } from '../../pipeline/input/identify.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { runExample } from '../../pipeline/matching/examples.ts'
import { PASSES } from '../../pipeline/matching/rule.ts'

const knowledge = loadKnowledge()
const corpus = fileURLToPath(new URL('../../corpus/kaizhou/plan.txt', import.meta.url))
const files = process.argv.length > 2 ? process.argv.slice(2) : [corpus]

const counts = new Map<string, { examples: number; found: number }>()
const count = (rule: string, column: 'examples' | 'found', times = 1): void => {
  const row = counts.get(rule) ?? { examples: 0, found: 0 }
  row[column] += times
  counts.set(rule, row)
}

for (const pass of PASSES)
  for (const rule of knowledge.rules.rules[pass])
    for (const example of rule.examples)
      count(rule.name, 'examples', runExample(knowledge.rules, rule, example).found.length)

for (const file of files) {
  const document = readDocument(readFileSync(file), basename(file))
  const { found } = recognise(read(document, identify(document, {}), knowledge), knowledge)
  for (const { mentions, facts } of found)
    for (const { rule } of [...mentions, ...facts]) count(rule, 'found')
}

console.log('examples   found  rule')
for (const [rule, { examples, found }] of [...counts].sort(
  (a, b) => b[1].found - a[1].found || (a[0] < b[0] ? -1 : 1),
))
  console.log(`${String(examples).padStart(8)}${String(found).padStart(8)}  ${rule}`)

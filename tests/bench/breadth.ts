/**
 * `npm run breadth [-- --sample 200 --seed 7]`: extracts every text of a folder (the shared work reports by default)
 * and prints, per text and in all, sentences understood, entities per type, statements, rejected items and seconds.
 * With --sample it prints so many statements and mentions, chosen by a seeded shuffle, to be judged by eye.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { RevisionFacts } from '../../graph/model.ts'
import { extract } from '../../pipeline/extract.ts'
import { identify } from '../../pipeline/input/identify.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'

const shared = process.env.GUITU_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url))
const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: join(shared, 'reports') },
    most: { type: 'string', default: '1000' },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
})
if (!existsSync(options.folder)) {
  console.log(`Unexpected folder ${options.folder}, expected texts of plans (--folder)`)
  process.exit(2)
}

/** A small linear congruential generator (Numerical Recipes constants): the same seed draws the same sample. */
const random = (seed: number) => {
  let value = seed >>> 0
  return () => {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0
    return value / 2 ** 32
  }
}

const describe = (file: string, facts: RevisionFacts): readonly string[] => {
  const names = new Map(facts.entities.map((entity) => [entity.id, `${entity.type} ${entity.name}`]))
  const phases = new Map(facts.entities.map((entity) => [entity.id, entity.properties.phase]))
  const targets = new Map(
    facts.targets.map((t) => [
      t.id,
      `${t.comparator} ${t.value}${t.max === undefined ? '' : `..${t.max}`} ${t.unit} ${t.year ?? ''} ${t.kind}`,
    ]),
  )
  const commitments = new Map(facts.commitments.map((c) => [c.id, `「${c.text.slice(0, 40)}」`]))
  const name = (id: string) => names.get(id) ?? targets.get(id) ?? commitments.get(id) ?? id
  const mentions = facts.mentions
    .filter((mention) => !mention.entity.startsWith('deadline:'))
    .map((m) => `${file}\tMENTION\t${name(m.entity)} (${phases.get(m.entity) ?? ''})\t${m.text}`)
  const statements = facts.statements.map(
    (s) =>
      `${file}\t${s.predicate} ${s.qualifiers.role ?? ''}\t${name(s.subject)} → ${name(s.object)}\t${s.evidence[0]?.quote.slice(0, 120)}`,
  )
  return [...mentions, ...statements]
}

const knowledge = loadKnowledge()
const pool: string[] = []
const total = {
  texts: 0,
  characters: 0,
  sentences: 0,
  understood: 0,
  exhortation: 0,
  rejected: 0,
  seconds: 0,
}
for (const file of readdirSync(options.folder)
  .filter((f) => /\.(txt|md)$/.test(f))
  .sort()
  .slice(0, Number(options.most))) {
  const started = performance.now()
  const document = readDocument(readFileSync(join(options.folder, file)), basename(file))
  const { facts, rejected } = extract(document, identify(document, {}), knowledge)
  const seconds = (performance.now() - started) / 1000
  const { sentences, understood, exhortation } = facts.revision
  total.texts += 1
  total.characters += document.text.length
  total.sentences += sentences
  total.understood += understood
  total.exhortation += exhortation
  total.rejected += rejected.length
  total.seconds += seconds
  if (Number(options.sample) > 0) pool.push(...describe(file, facts))
  console.log(
    `${file.padEnd(24)} ${seconds.toFixed(1)} s  sentences ${sentences}, understood ${understood}, exhortation ${exhortation}; ` +
      `entities ${facts.entities.length}, targets ${facts.targets.length}, statements ${facts.statements.length}, rejected ${rejected.length}`,
  )
}
console.log(JSON.stringify(total))
const draw = random(Number(options.seed))
for (let index = 0; index < Number(options.sample) && pool.length > 0; index += 1) {
  console.log(pool.splice(Math.floor(draw() * pool.length), 1)[0])
}

/**
 * `npm run breadth [-- --texts 40 --sample 200 --seed 7 --kinds Project,Place]`: extracts every text of a folder (the
 * shared work reports by default), or so many of them drawn by the seed, and prints, per text and in all, sentences
 * understood, entities, statements, rejected items and seconds. With --sample it prints so many statements and
 * mentions, drawn by the seed, of the kinds named or of all, each with its sentence, to be judged by eye.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { extract } from '../../pipeline/extract.ts'
import { identify } from '../../pipeline/input/identify.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { type Drawn, drawFrom, random, worded } from './sample.ts'

const shared = process.env.GUITU_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url))
const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: join(shared, 'reports') },
    most: { type: 'string', default: '1000' },
    texts: { type: 'string', default: '' },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    kinds: { type: 'string', default: '' },
  },
})
if (!existsSync(options.folder)) {
  console.log(`Unexpected folder ${options.folder}, expected texts of plans (--folder)`)
  process.exit(2)
}

const knowledge = loadKnowledge()
const kinds = new Set(options.kinds.split(',').filter((kind) => kind !== ''))
const draw = random(Number(options.seed))
const pool: (Drawn & { readonly file: string })[] = []
const total = {
  texts: 0,
  characters: 0,
  sentences: 0,
  understood: 0,
  exhortation: 0,
  rejected: 0,
  seconds: 0,
}
const listed = readdirSync(options.folder)
  .filter((f) => /\.(txt|md)$/.test(f))
  .sort()
  .slice(0, Number(options.most))
const files = options.texts === '' ? listed : [...drawFrom(listed, Number(options.texts), draw)].sort()
for (const file of files) {
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
  if (Number(options.sample) > 0) {
    const asked = worded(facts).filter(({ kind }) => kinds.size === 0 || kinds.has(kind))
    pool.push(...asked.map((drawn) => ({ file, ...drawn })))
  }
  console.log(
    `${file.padEnd(24)} ${seconds.toFixed(1)} s  sentences ${sentences}, understood ${understood}, exhortation ${exhortation}; ` +
      `entities ${facts.entities.length}, targets ${facts.targets.length}, statements ${facts.statements.length}, rejected ${rejected.length}`,
  )
}
console.log(JSON.stringify(total))
for (const { file, kind, extraction, sentence } of drawFrom(pool, Number(options.sample), draw)) {
  console.log([file, kind, extraction, sentence].join('\t'))
}

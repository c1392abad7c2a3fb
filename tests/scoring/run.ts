/** Extracts every gold document that is here and scores it. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extract } from '../../pipeline/extract.ts'
import { identify } from '../../pipeline/input/identify.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import type { PlanIdentity } from '../../pipeline/records.ts'
import { type FoundThings, foundIn } from './found.ts'
import { type Passage, readPassages } from './gold.ts'
import type { NameMatching } from './names.ts'
import { scorePassage } from './score-passage.ts'
import { Tally } from './tally.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Texts and annotations that are not part of the project; absent on most machines. */
const shared = process.env.GUITU_SHARED ?? join(root, '../shared')

export type GoldDocument = {
  readonly name: string
  readonly file: string
  readonly given: Partial<PlanIdentity>
  readonly passages: readonly Passage[]
}

/** The Kaizhou plan as one document, the written passages, and each passage of the other plans where the shared texts are present. */
export const goldDocuments = (): readonly GoldDocument[] => {
  const corpus = join(root, 'corpus/kaizhou')
  const given = JSON.parse(readFileSync(join(corpus, 'plan.json'), 'utf8')) as Partial<PlanIdentity>
  const kaizhou = {
    name: 'kaizhou',
    file: join(corpus, 'plan.txt'),
    given,
    passages: readPassages(join(root, 'tests/gold/kaizhou')),
  }
  const single = (passages: readonly Passage[], folder: string): readonly GoldDocument[] =>
    passages.map((passage) => ({
      name: passage.passage,
      file: join(folder, passage.source),
      given: {},
      passages: [passage],
    }))
  const written = join(root, 'tests/gold/written')
  const own = [kaizhou, ...single(readPassages(written), written)]
  const dev = join(shared, 'gold/dev')
  if (!existsSync(dev)) return own
  return [
    ...own,
    ...single(readPassages(dev), join(shared, 'plans')),
    ...single(readPassages(join(root, 'tests/gold/more')), shared),
  ]
}

/**
 * Extracts each document once. With `isFlat` every line end and tab becomes a space first, as in texts scraped to a
 * single line: offsets stay, so the same gold measures how much the reader leans on layout.
 */
export const extractDocuments = (
  documents: readonly GoldDocument[],
  isFlat = false,
): ReadonlyMap<string, FoundThings> => {
  const knowledge = loadKnowledge()
  const byFile = new Map<string, FoundThings>()
  for (const { file, given } of documents) {
    if (byFile.has(file)) continue
    const bytes = readFileSync(file)
    const flat = () => Buffer.from(bytes.toString('utf8').replace(/[\n\t]/g, ' '))
    const identity = identify(readDocument(bytes, basename(file)), given)
    const document = readDocument(isFlat ? flat() : bytes, basename(file))
    byFile.set(file, foundIn(extract(document, identity, knowledge).facts))
  }
  return byFile
}

export const scoreDocument = (gold: GoldDocument, found: FoundThings, matching: NameMatching): Tally => {
  const tally = new Tally()
  for (const passage of gold.passages) scorePassage(found, passage, tally, matching)
  return tally
}

/**
 * `npm run score`: precision, recall and F1 per kind and document, compared with tests/baseline.json.
 *   --documents kaizhou,d01   only these      --passages p06,p08   only these passages of them
 *   --errors 40               list errors, at most so many per kind
 *   --kinds Project,SPATIAL   list only errors of these kinds
 *   --flat                    every line end and tab becomes a space first, as in texts scraped to a single line
 *   --update                  write the baseline anew (review its diff like code)
 * Exits with 1 when a figure of the baseline falls.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { extractDocuments, goldDocuments, scoreDocument } from './scoring/run.ts'
import { ALL_KINDS, ENTITY_KINDS, RELATION_KINDS, type Row, type Tally } from './scoring/tally.ts'

const { values: options } = parseArgs({
  options: {
    documents: { type: 'string' },
    passages: { type: 'string' },
    errors: { type: 'string', default: '0' },
    kinds: { type: 'string' },
    flat: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
  },
})
const baselineFile = new URL('./baseline.json', import.meta.url)
type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>

const chosen = (list: string | undefined, name: string): boolean => !list || list.split(',').includes(name)
const percent = (share: number | null): string => (share === null ? '–' : share.toFixed(3))

const rows = (tally: Tally): readonly (readonly [string, Row])[] => [
  ...ALL_KINDS.map((kind) => [kind, tally.micro([kind])] as const).filter(
    ([, row]) => row.tp + row.fp + row.fn > 0,
  ),
  ['ENTITIES', tally.micro(ENTITY_KINDS)],
  ['RELATIONS', tally.micro(RELATION_KINDS)],
  ['ALL', tally.micro(ALL_KINDS)],
]

const print = (name: string, relaxed: Tally, strict: Tally): void => {
  console.log(`\n${name.padEnd(18)}support    tp    fp    fn      P      R     F1  strict F1`)
  const strictRows = new Map(rows(strict))
  for (const [kind, row] of rows(relaxed)) {
    const counts = [row.tp + row.fn, row.tp, row.fp, row.fn].map((n, i) =>
      String(n).padStart(i === 0 ? 7 : 6),
    )
    const shares = [row.precision, row.recall, row.f1, strictRows.get(kind)?.f1 ?? 0]
    console.log(
      `  ${kind.padEnd(16)}${counts.join('')}${shares.map((s, i) => percent(s).padStart(i === 3 ? 11 : 7)).join('')}`,
    )
  }
  const role = relaxed.micro(['role'])
  console.log(
    `  phase accuracy ${percent(relaxed.phaseAccuracy)}   role accuracy ${role.tp ? percent(role.precision) : '–'}`,
  )
}

const printErrors = (tally: Tally, most: number): void => {
  for (const [kind, errors] of tally.errors) {
    if (!chosen(options.kinds, kind)) continue
    console.log(`\n  ${kind}: ${errors.length}`)
    for (const error of errors.slice(0, most)) console.log(`    ${error}`)
  }
}

const figuresOf = (tally: Tally): Readonly<Record<string, number>> => {
  const figures = Object.fromEntries(rows(tally).map(([kind, row]) => [kind, Number(row.f1.toFixed(3))]))
  return tally.phaseAccuracy === null
    ? figures
    : { ...figures, phase: Number(tally.phaseAccuracy.toFixed(3)) }
}

const documents = goldDocuments()
  .filter((document) => chosen(options.documents, document.name))
  .map((document) => ({
    ...document,
    passages: document.passages.filter((p) => chosen(options.passages, p.passage)),
  }))
  .filter((document) => document.passages.length > 0)
const extracted = extractDocuments(documents, options.flat)
const figures: Record<string, Readonly<Record<string, number>>> = {}
for (const document of documents) {
  const found = extracted.get(document.file)
  if (!found) throw new Error(`Unexpected document ${document.name}, expected it to be extracted`)
  const relaxed = scoreDocument(document, found, 'relaxed')
  print(document.name, relaxed, scoreDocument(document, found, 'strict'))
  if (Number(options.errors) > 0) printErrors(relaxed, Number(options.errors))
  figures[document.name] = figuresOf(relaxed)
}

const whole = !options.documents && !options.passages && !options.flat
if (!documents.some((document) => document.name === 'd01') && whole)
  console.log(
    '\nLeft out: the plans of other kinds (d01–d06), whose texts are not in this folder (GUITU_SHARED).',
  )
if (options.update && whole) {
  writeFileSync(baselineFile, `${JSON.stringify(figures, null, 2)}\n`)
} else if (whole && existsSync(baselineFile)) {
  const baseline = JSON.parse(readFileSync(baselineFile, 'utf8')) as Figures
  const fallen = Object.entries(baseline).flatMap(([name, kinds]) =>
    Object.entries(kinds)
      .filter(([kind, figure]) => figures[name] && (figures[name][kind] ?? 0) < figure)
      .map(([kind, figure]) => `${name} ${kind}: ${figures[name]?.[kind] ?? 0}, baseline ${figure}`),
  )
  for (const line of fallen) console.log(`fallen: ${line}`)
  if (fallen.length > 0) process.exitCode = 1
}

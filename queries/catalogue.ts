/** Every statement that the project sends to a store, by name: one `.cypher` file each, read once with its header. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { parseHeader, type QueryHeader } from './header.ts'

/** Statements by purpose: `ask` are the questions users put; the others are the store's own. */
export const FOLDERS = { ask: '.', write: 'write', record: 'record', schema: 'schema' } as const
export type Folder = keyof typeof FOLDERS

export type Query = {
  /** Unique in its folder: the file's name without `.cypher`. */
  readonly name: string
  readonly folder: Folder
  /** Path from `queries/`. */
  readonly file: string
  readonly header: QueryHeader
  /** The statement without its header. */
  readonly statement: string
}

const loaded = new Map<Folder, ReadonlyMap<string, Query>>()

const load = (folder: Folder): ReadonlyMap<string, Query> => {
  const directory = join(import.meta.dirname, FOLDERS[folder])
  // Sorted without the ending: a constraint `x-id` comes before its index `x-id-index`.
  const names = readdirSync(directory).flatMap((file) =>
    extname(file) === '.cypher' ? [basename(file, '.cypher')] : [],
  )
  return new Map(
    names.sort().map((name) => {
      const file = join(FOLDERS[folder], `${name}.cypher`)
      const source = readFileSync(join(directory, `${name}.cypher`), 'utf8')
      return [name, { name, folder, file, ...parseHeader(source, file) }]
    }),
  )
}

/** All statements of a folder, sorted by name. Reads the files at the first call. */
export const queriesIn = (folder: Folder): readonly Query[] => [...folderOf(folder).values()]

/** The statement of that name; an unknown name is a fault of ours and throws. */
export const query = (folder: Folder, name: string): Query => {
  const found = folderOf(folder).get(name)
  if (!found) throw new Error(`Unexpected query ${name}, expected a file in queries/${FOLDERS[folder]}`)
  return found
}

/** The text of a statement by folder and name, ready to be sent to a store. */
export const statementOf = (folder: Folder, name: string): string => query(folder, name).statement

const folderOf = (folder: Folder): ReadonlyMap<string, Query> => {
  const known = loaded.get(folder) ?? load(folder)
  loaded.set(folder, known)
  return known
}

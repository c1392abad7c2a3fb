/** Tags of the pattern language: which words of which table each stands for (lexicons/tags.tsv). */
import { type Fault, nearest } from './fault.ts'
import type { Row, Table } from './table.ts'

export type Tags = {
  /** Every tag that a rule may ask for. */
  readonly names: ReadonlySet<string>
  readonly words: ReadonlyMap<string, readonly string[]>
  readonly faults: readonly Fault[]
}

/** A tag without a table is found by a recogniser (Place, Project); the others are the words of a table's column. */
export const readTags = (table: Table | undefined, tables: ReadonlyMap<string, Table>): Tags => {
  const names = new Set<string>()
  const words = new Map<string, string[]>()
  const faults: Fault[] = []
  table?.rows.forEach((row, index) => {
    readTag(row, tables, { names, words }, (reason, suggestion) =>
      faults.push({
        file: table.file,
        line: table.lines[index] ?? 1,
        reason,
        ...(suggestion !== undefined && { suggestion }),
      }),
    )
  })
  return { names, words, faults }
}

const readTag = (
  { tag = '', table = '', column = '', where = '' }: Row,
  tables: ReadonlyMap<string, Table>,
  { names, words }: { readonly names: Set<string>; readonly words: Map<string, string[]> },
  fault: (reason: string, suggestion?: string) => void,
): void => {
  if (!/^[A-Z][A-Za-z]*$/.test(tag)) fault(`Unexpected tag ${tag}, expected letters, the first a capital`)
  names.add(tag)
  if (table === '') return
  const source = tables.get(table)
  if (!source) {
    fault(`Unexpected table ${table} of ${tag}, expected one of lexicons/`, nearest(table, tables.keys()))
    return
  }
  const [filter, wanted] = where === '' ? [] : where.split('=')
  for (const name of [column, filter])
    if (name !== undefined && !source.header.includes(name))
      fault(
        `Unexpected column ${name} of ${table}, expected ${source.header.join(', ')}`,
        nearest(name, source.header),
      )
  for (const entry of source.rows) {
    const word = entry[column]
    if (!word || (filter !== undefined && !wanted?.split('|').includes(entry[filter] ?? ''))) continue
    const tags = words.get(word) ?? []
    if (!tags.includes(tag)) words.set(word, [...tags, tag])
  }
}

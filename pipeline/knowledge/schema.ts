/** Which columns each table has: pipeline/knowledge/tables.tsv, itself a table. */
import { type Column, parseTable, type Table } from './table.ts'

export const SCHEMA_FILE = 'knowledge/tables.tsv'

const COLUMNS: readonly Column[] = [
  { name: 'table', holds: 'text', isKey: true },
  { name: 'column', holds: 'text', isKey: true },
  { name: 'holds', holds: 'text', isKey: false },
  { name: 'key', holds: '?key', isKey: false },
]

export type Schema = ReadonlyMap<string, readonly Column[]>

export const parseSchema = (content: string): { readonly schema: Schema; readonly table: Table } => {
  const table = parseTable(SCHEMA_FILE, content, COLUMNS)
  const schema = new Map<string, Column[]>()
  for (const { table: name = '', column = '', holds = '', key } of table.rows) {
    const columns = schema.get(name) ?? []
    columns.push({ name: column, holds, isKey: key === 'key' })
    schema.set(name, columns)
  }
  return { schema, table }
}

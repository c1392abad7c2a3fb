/** Reads lexicons, rules and gazetteer once, checks them, and freezes them. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/** Raised when code changes what a text says; with the tables' and rules' content it makes the version of the rules. */
const CODE_VERSION = '1'

export type Row = Readonly<Record<string, string>>
export type Knowledge = {
  /** Rows of pipeline/lexicons/<name>.tsv, in file order. */
  readonly table: (name: string) => readonly Row[]
  /** Changes when any table, rule or gazetteer, or the code's own version, changes. */
  readonly version: string
}

const lexicons = new URL('./lexicons/', import.meta.url)

export const loadKnowledge = (): Knowledge => {
  const tables = new Map<string, readonly Row[]>()
  const version = createHash('sha256').update(CODE_VERSION)
  for (const file of readdirSync(lexicons)
    .filter((name) => name.endsWith('.tsv'))
    .sort()) {
    const content = readFileSync(new URL(file, lexicons), 'utf8')
    version.update(file).update(content)
    const lines = content.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    const header = (lines[0] ?? '').split('\t')
    tables.set(
      file.slice(0, -'.tsv'.length),
      lines.slice(1).map((line) => {
        const cells = line.split('\t')
        return Object.freeze(Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])))
      }),
    )
  }
  return Object.freeze({
    version: version.digest('hex').slice(0, 12),
    table: (name: string) => {
      const rows = tables.get(name)
      if (!rows) throw new Error(`Unexpected table ${name}, expected a file in pipeline/lexicons/`)
      return rows
    },
  })
}

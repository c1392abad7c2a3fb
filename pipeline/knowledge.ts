/** Reads lexicons, rules and gazetteer once, checks them, and freezes them. */
import { readdirSync, readFileSync } from 'node:fs'

export type Row = Readonly<Record<string, string>>
export type Knowledge = {
  /** Rows of pipeline/lexicons/<name>.tsv, in file order. */
  readonly table: (name: string) => readonly Row[]
}

const lexicons = new URL('./lexicons/', import.meta.url)

export const loadKnowledge = (): Knowledge => {
  const tables = new Map<string, readonly Row[]>()
  for (const file of readdirSync(lexicons).filter((name) => name.endsWith('.tsv'))) {
    const lines = readFileSync(new URL(file, lexicons), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
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
    table: (name: string) => {
      const rows = tables.get(name)
      if (!rows) throw new Error(`Unexpected table ${name}, expected a file in pipeline/lexicons/`)
      return rows
    },
  })
}

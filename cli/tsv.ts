/** Reads a small table beside the command line: header row, `#` comments, TAB separated. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const readTable = (file: string): readonly Readonly<Record<string, string>>[] => {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const header = (lines[0] ?? '').split('\t')
  return lines.slice(1).map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(header.map((column, index) => [column, cells[index] ?? '']))
  })
}

/** Reads a table: a header row, `#` comments, cells parted by TAB; checks it against its declared columns. */
import { type Fault, nearest } from './fault.ts'

export type Row = Readonly<Record<string, string>>
/** text: not empty; optional: may be empty; number; pattern: a regular expression; or a list of words, `a|b`. */
export type Column = { readonly name: string; readonly holds: string; readonly isKey: boolean }
export type Table = {
  readonly file: string
  readonly header: readonly string[]
  readonly rows: readonly Row[]
  /** The line of each row, from 1. */
  readonly lines: readonly number[]
  readonly faults: readonly Fault[]
}

/** Without declared columns nothing is asked of the cells; tests/knowledge.test.ts asks that every table is declared. */
export const parseTable = (file: string, content: string, columns?: readonly Column[]): Table => {
  const faults: Fault[] = []
  const fault = (line: number, reason: string, suggestion?: string): void => {
    faults.push({ file, line, reason, ...(suggestion !== undefined && { suggestion }) })
  }
  if (content.includes('\r'))
    fault(
      content.slice(0, content.indexOf('\r')).split('\n').length,
      'Unexpected CR, expected lines that end in LF',
    )
  const lines = content
    .split('\n')
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
  const first = lines[0]
  if (!first)
    return {
      file,
      header: [],
      rows: [],
      lines: [],
      faults: [{ file, line: 1, reason: 'Unexpected empty table, expected a header row' }],
    }
  const header = first.text.split('\t')
  if (columns) checkHeader(header, columns, (reason, suggestion) => fault(first.line, reason, suggestion))
  const seen = new Map<string, number>()
  const keys = columns?.filter(({ isKey }) => isKey).map(({ name }) => name) ?? []
  const rows = lines.slice(1).map(({ text, line }): Row => {
    const cells = text.split('\t')
    if (cells.length > header.length)
      fault(line, `Unexpected ${cells.length} cells, expected ${header.length}: ${header.join(', ')}`)
    const row = Object.freeze(Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])))
    for (const column of columns ?? [])
      checkCell(row[column.name], column, (reason, suggestion) => fault(line, reason, suggestion))
    if (keys.length === 0) return row
    const key = keys.map((column) => row[column] ?? '').join('\t')
    const twin = seen.get(key)
    if (twin !== undefined)
      fault(line, `Unexpected second ${key.replaceAll('\t', ' / ')}, expected it once: see line ${twin}`)
    else seen.set(key, line)
    return row
  })
  return { file, header, rows: Object.freeze(rows), lines: lines.slice(1).map(({ line }) => line), faults }
}

type Report = (reason: string, suggestion?: string) => void

const checkHeader = (header: readonly string[], columns: readonly Column[], report: Report): void => {
  const names = columns.map(({ name }) => name)
  for (const name of header)
    if (!names.includes(name))
      report(
        `Unexpected column ${name}, expected ${names.join(', ')}: columns are declared in knowledge/tables.tsv`,
        nearest(name, names),
      )
  for (const name of names)
    if (!header.includes(name))
      report(
        `Unexpected header without ${name}, expected ${names.join(', ')}: columns are declared in knowledge/tables.tsv`,
      )
}

const checkCell = (cell: string | undefined, { name, holds }: Column, report: Report): void => {
  if (cell === undefined) return
  if (cell !== cell.trim()) report(`Unexpected white space around ${name} “${cell}”, expected none`)
  const isOptional = holds === 'optional' || holds.startsWith('?')
  if (cell === '') {
    if (!isOptional) report(`Unexpected empty ${name}, expected ${holds}`)
    return
  }
  const kind = holds.replace(/^\?/, '')
  if (kind === 'number' && !/^-?\d+(\.\d+)?$/.test(cell))
    report(`Unexpected ${name} ${cell}, expected a number`)
  if (kind === 'pattern') checkPattern(cell, name, report)
  if (!kind.includes('|')) return
  const words = kind.split('|')
  if (!words.includes(cell))
    report(`Unexpected ${name} ${cell}, expected ${words.join(', ')}`, nearest(cell, words))
}

const checkPattern = (cell: string, name: string, report: Report): void => {
  try {
    new RegExp(cell, 'u')
  } catch (error) {
    report(`Unexpected ${name} ${cell}, expected a regular expression: ${(error as Error).message}`)
  }
}

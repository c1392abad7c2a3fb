/** Reads corrections.tsv: what people decided about a plan, written in a spreadsheet. All faults are told at once, with their lines. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Correction } from '../../pipeline/records.ts'
import { Failure } from '../failure.ts'
import { clashesIn } from './corrections/clashes.ts'
import { type Cells, COLUMNS, meaning, readRow } from './corrections/row.ts'

export const CORRECTIONS_FILE = 'corrections.tsv'

type Row = { readonly line: number; readonly cells: Cells }
type Read = { readonly corrections: readonly Correction[]; readonly faults: readonly string[] }

/** A spreadsheet puts cells with quotes in them into quotes, and doubles those. */
const cellOf = (written: string): string =>
  (/^"(?:[^"]|"")*"$/.test(written) ? written.slice(1, -1).replaceAll('""', '"') : written).trim()

/** The decisions of a file's content, with what is wrong in it, each with its line. Lines that are blank or open with # say nothing. */
export const parseCorrections = (content: string): Read => {
  const lines = content.split('\n').map((text, index) => ({ line: index + 1, text: text.replace(/\r$/, '') }))
  const [head, ...rest] = lines.filter(({ text }) => text.trim() !== '' && !text.startsWith('#'))
  if (!head) return { corrections: [], faults: [] }
  const header = head.text.split('\t').map(cellOf)
  const columns = header.map((name) => meaning('column', name))
  const unknown = header.filter((_, index) => columns[index] === undefined)
  const missing = COLUMNS.filter((column) => !columns.includes(column))
  const headFaults = [
    ...unknown.map((name) => `第 ${head.line} 行：不认识的列“${name}” unknown column`),
    ...missing.map(
      (name) => `第 ${head.line} 行：缺少列 ${name} missing column（列之间用 TAB 隔开 separate by TAB）`,
    ),
  ]
  if (headFaults.length > 0) return { corrections: [], faults: headFaults }
  const rows = rest.map(({ line, text }): Row => {
    const cells = text.split('\t').map(cellOf)
    return { line, cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) }
  })
  const read = rows.map((row) => ({ ...row, ...readRow(row.cells) }))
  const faults = read.flatMap(({ line, faults }) => faults.map((fault) => `第 ${line} 行：${fault}`))
  const good = read.flatMap(({ line, correction }) => (correction ? [{ line, correction }] : []))
  return { corrections: good.map(({ correction }) => correction), faults: [...faults, ...clashesIn(good)] }
}

/** The decisions in the file; rejects with every fault and its line. */
export const readCorrectionsFile = async (path: string): Promise<readonly Correction[]> => {
  const { decode } = await import('../../pipeline/input/decode.ts')
  const bytes = readFileSync(path)
  const { corrections, faults } = parseCorrections(
    bytes.length === 0 ? '' : decode(bytes, path).text.replace(/^\ufeff/, ''),
  )
  if (faults.length > 0)
    throw new Failure(
      'input',
      `更正表写法不对：${path}，请逐条改正，什么都没有写入。 Faults in this table of corrections; nothing was written.`,
      faults,
    )
  return corrections
}

/** The decisions beside a text; undefined where there is no such file, which is not the same as a file without rows. */
export const correctionsBeside = async (file: string): Promise<readonly Correction[] | undefined> => {
  const path = join(dirname(file), CORRECTIONS_FILE)
  return existsSync(path) ? readCorrectionsFile(path) : undefined
}

/** The tables that tell what can be asked and in which words; read once. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a question may name or carry. */
export type Topic =
  | 'place'
  | 'project'
  | 'indicator'
  | 'department'
  | 'document'
  | 'deadline'
  | 'section'
  | 'year'
  | 'category'
  | 'phase'

export type Askable = {
  readonly query: string
  readonly takes: readonly Topic[]
  readonly needs: readonly Topic[]
  readonly lone: string
  /** The query that answers in its stead when the place asked for is the whole jurisdiction of a plan; empty for none. */
  readonly whole: string
  readonly chinese: string
  readonly english: string
}

export type Cue = {
  readonly word: string
  /** Undefined for a word that only is no name. */
  readonly query?: string
  readonly weight: number
  readonly sets?: { readonly name: string; readonly value: string }
}

/** The rows of a table, by its path from this folder: header row, `#` comments, TAB separated. */
export const rows = (file: string): readonly Readonly<Record<string, string>>[] => {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const header = (lines[0] ?? '').split('\t')
  return lines.slice(1).map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(header.map((column, index) => [column, cells[index] ?? '']))
  })
}

const topics = (cell = ''): readonly Topic[] => cell.split(',').filter(Boolean) as Topic[]

/** One row a query, in the order in which questions are offered. */
export const askables: readonly Askable[] = rows('questions.tsv').map((row) => ({
  query: row.query ?? '',
  takes: topics(row.takes),
  needs: topics(row.needs),
  lone: row.lone ?? '',
  whole: row.whole ?? '',
  chinese: row.chinese ?? '',
  english: row.english ?? '',
}))

const cueOf = (row: Readonly<Record<string, string>>): Cue => {
  const [name = '', value = ''] = (row.sets ?? '').split('=')
  return {
    word: row.word ?? '',
    ...(row.query === '-' ? {} : { query: row.query ?? '' }),
    weight: Number(row.weight),
    ...(name === '' ? {} : { sets: { name, value } }),
  }
}

/** Cue words, longest first, so that 责任单位 is met before 单位. */
export const cues: readonly Cue[] = rows('cues.tsv')
  .map(cueOf)
  .sort((a, b) => b.word.length - a.word.length)

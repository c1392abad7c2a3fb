/** One row of corrections.tsv: its words, in Chinese or English, and what is wrong with them. */
import type { EntityType, Predicate } from '../../../graph/model.ts'
import type { Correction, Decision } from '../../../pipeline/records.ts'
import { readTable } from '../../tsv.ts'

/** Cells by the column's English name. */
export type Cells = Readonly<Record<string, string>>

const words = new Map(
  readTable('correction-words.tsv').map(({ kind, word = '', means = '' }) => [`${kind}\t${word}`, means]),
)
/** What a word stands for in a column of its kind. */
export const meaning = (kind: string, word: string): string | undefined =>
  words.get(
    `${kind}\t${word
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replace(/[\s_]/g, kind === 'predicate' ? '_' : '-')}`,
  )

/** Columns that every table and every row needs. */
export const COLUMNS = ['decision', 'subject', 'object', 'author', 'date', 'reason'] as const

/** 2026-03-01, also as spreadsheets rewrite it: 2026/3/1. */
const dayOf = (text: string): string | undefined => {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = new Date(iso)
  return year === undefined || Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== iso
    ? undefined
    : iso
}

/** The decision of a row, or everything that is wrong with it. */
export const readRow = (
  cells: Cells,
): { readonly correction?: Correction; readonly faults: readonly string[] } => {
  const { type = '', predicate = '', role = '', subject = '', object = '', author = '', reason = '' } = cells
  const decision = meaning('decision', cells.decision ?? '') as Decision | undefined
  const date = dayOf(cells.date ?? '')
  const empty = COLUMNS.filter((column) => column !== 'date' && (cells[column] ?? '') === '')
  const own = {
    type: meaning('type', type) as EntityType | undefined,
    predicate: meaning('predicate', predicate) as Predicate | undefined,
    role: meaning('role', role) as Correction['role'],
  }
  const isRejection = decision === 'reject-statement'
  const faults = [
    ...empty.map((column) => `${column} 没有填写 is empty`),
    ...(decision === undefined && cells.decision !== ''
      ? [
          `不认识的决定“${cells.decision}”，应为 merge、keep-apart、rename、reject-statement、set-department 之一 unknown decision`,
        ]
      : []),
    ...(date === undefined ? [`日期“${cells.date}”应写作 2026-03-01 no such date`] : []),
    ...(type !== '' && own.type === undefined ? [`不认识的类型“${type}” unknown type`] : []),
    ...(predicate !== '' && own.predicate === undefined
      ? [`不认识的关系“${predicate}” unknown predicate`]
      : []),
    ...(role !== '' && own.role === undefined
      ? [`不认识的角色“${role}”，应为 lead 或 support unknown role`]
      : []),
    ...(isRejection && predicate === ''
      ? ['否定陈述要写明 predicate（关系）a rejection needs its predicate']
      : []),
    ...(decision !== undefined && !isRejection && predicate !== ''
      ? [`${decision} 不用 predicate takes no predicate`]
      : []),
    ...(role !== '' && decision !== undefined && !isRejection && decision !== 'set-department'
      ? [`${decision} 不用 role takes no role`]
      : []),
    ...(!isRejection && subject !== '' && subject === object ? ['subject 与 object 相同 are the same'] : []),
  ]
  if (faults.length > 0 || decision === undefined || date === undefined) return { faults }
  const { type: ofType, predicate: ofPredicate, role: ofRole } = own
  return {
    faults,
    correction: {
      decision,
      subject,
      object,
      author,
      date,
      reason,
      ...(ofType === undefined ? {} : { type: ofType }),
      ...(ofPredicate === undefined ? {} : { predicate: ofPredicate }),
      ...(ofRole === undefined ? {} : { role: ofRole }),
    },
  }
}

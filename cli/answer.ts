/** Shows the rows of a catalogue query: as a table with its view, or whole as JSON. */
import type { Plain, Row } from '../graph/store.ts'
import { deepest, HEADINGS, joinQuotes, showsHeading } from './join-quotes.ts'
import { heading, labelled, rankOf, word } from './labels.ts'
import { SHORTENED, shorten } from './shorten.ts'
import { drawTable } from './table.ts'
import { readTable } from './tsv.ts'

type Evidence = {
  readonly quote: string
  readonly part: string
  readonly section: string
  readonly plan: string
}

const views = new Map(
  readTable('views.tsv').map((row) => [
    row.query ?? '',
    { once: list(row.once), columns: list(row.columns) },
  ]),
)

function list(cell = ''): readonly string[] {
  return cell.split(',').filter(Boolean)
}

/** A value as one cell: lists joined by 、, null empty. */
export const cell = (value: Plain | undefined, column = ''): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((one: Plain) => cell(one, column)).join('、')
  if (typeof value === 'object') return JSON.stringify(value)
  return labelled(column, String(value)).trim()
}

/** What a row is about, the likeliest words of its quote first. */
const SUBJECTS = [
  'project',
  'document',
  'indicator',
  'other',
  'task',
  'object',
  'subject',
  'department',
  'place',
]

const wordsOf = (row: Row): readonly string[] =>
  SUBJECTS.flatMap((column) => (typeof row[column] === 'string' ? [row[column]] : []))

/** Columns of running text that a table may show in part. */
const LONG = ['quote', 'task', 'other', 'object'] as const

const shortenRow = (row: Row): Row => {
  const words = wordsOf(row)
  const short = LONG.flatMap((column) => {
    const value = row[column]
    if (typeof value !== 'string') return []
    const lines = value.split('\n').map((line) => shorten(line, column === 'quote' ? words : []))
    return [[column, lines.join('\n')] as const]
  })
  return { ...row, ...Object.fromEntries(short) }
}

/** Evidence lists become the quotes, headings in 〔〕, and the places where they stand. */
const spreadEvidence = (row: Row): Row => {
  if (!Array.isArray(row.evidence)) return row
  const evidence = row.evidence as unknown as readonly Evidence[]
  const quotes = evidence.map(({ part, quote }) => (part === 'heading' ? `〔${quote}〕` : quote))
  return {
    ...row,
    quote: [...new Set(quotes)].join('\n'),
    plan: [...new Set(evidence.map(({ plan }) => plan))].join('\n'),
    where: deepest(evidence.map(({ section }) => section)).join('\n'),
  }
}

/** Rows as a table shows them: one a statement, unless its view tells clauses and headings apart. */
export const rowsShown = (query: string, rows: readonly Row[]): readonly Row[] =>
  !views.has(query) || views.get(query)?.columns.includes('part') ? rows : joinQuotes(rows)

/** A target's number as one column: >= 60 %, range 5—10 万人. */
const joinFigure = (row: Row): Row => {
  if (row.value === null || row.value === undefined || row.comparator === undefined) return row
  const value =
    row.max === null || row.max === undefined ? cell(row.value) : `${cell(row.value)}—${cell(row.max)}`
  const comparator = word('figure', cell(row.comparator))
  return { ...row, figure: [comparator, value, cell(row.unit)].filter(Boolean).join(' ') }
}

const spread = (row: Row): Row => joinFigure(spreadEvidence(row))

/** Columns without any value would only take room, and so would the plan where there is only one. */
const filled = (columns: readonly string[], rows: readonly Row[]): readonly string[] =>
  columns.filter((column) => {
    const values = new Set(rows.map((row) => cell(row[column])))
    return column === 'plan' ? values.size > 1 : values.size > 1 || !values.has('')
  })

/** A paragraph is shown once, beside the first statement drawn from it. */
const isRepeated = (column: string, rows: readonly Row[], index: number): boolean =>
  column === 'text' && index > 0 && rows[index]?.text === rows[index - 1]?.text

/** On a card, PART_OF read from the whole is 包含: a relation that comes in has a word of its own. */
const cellOf = (row: Row, column: string): string => {
  const inward = column === 'relation' && row.direction === 'in' ? word('relationIn', cell(row.relation)) : ''
  return inward !== '' && inward !== row.relation
    ? `${inward} ${cell(row.relation)}`
    : cell(row[column], column)
}

/** A card tells first what its subject is, then what is planned there, running text last. */
const inCardOrder = (query: string, rows: readonly Row[]): readonly Row[] =>
  views.get(query)?.columns[0] === 'relation'
    ? rows.toSorted((a, b) => rankOf('relation', cell(a.relation)) - rankOf('relation', cell(b.relation)))
    : rows

const drawRows = (columns: readonly string[], rows: readonly Row[], room: number): string => {
  const shown = filled(columns, rows)
  if (shown.length === 0) return ''
  const body = rows.map((row, index) =>
    shown.map((column) => (isRepeated(column, rows, index) ? '' : cellOf(row, column))),
  )
  return drawTable([shown.map(heading), ...body], room)
}

const groups = (once: readonly string[], rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> => {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const key = once
      .filter((column) => cell(row[column]) !== '')
      .map((column) => `${heading(column)}: ${cell(row[column], column)}`)
      .join('  ')
    found.set(key, [...(found.get(key) ?? []), row])
  }
  return found
}

/** The answer as text: for a card, what holds of the whole above the table of its statements. Long quotes are shortened unless `full`. */
export const drawAnswer = (query: string, rows: readonly Row[], room: number, full = false): string => {
  const { once, columns } = views.get(query) ?? { once: [], columns: Object.keys(rows[0] ?? {}) }
  const whole = inCardOrder(query, rowsShown(query, rows)).map(spread)
  const shown = full || !views.has(query) ? whole : whole.map(shortenRow)
  const drawn = [...groups(once, shown)].map(
    ([title, some]) => `${title === '' ? '' : `${title}\n`}${drawRows(columns, some, room)}`,
  )
  const isCut = shown.some((row, index) => LONG.some((column) => row[column] !== whole[index]?.[column]))
  return [...drawn, ...(whole.some(showsHeading) ? [HEADINGS] : []), ...(isCut ? [SHORTENED] : [])].join('\n')
}

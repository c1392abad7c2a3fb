/** What the rows of a table of adjustments say: of each thing what becomes of it. Offsets are UTF-16. */
import type { Span } from '../records.ts'
import { labelBefore } from './labels.ts'
import type { AdjustmentRow, AdjustmentTable, Column } from './tables.ts'
import { renameIn, type Term, type TermKind, trimmedSpan } from './terms.ts'
import { amendingWords, firstWord } from './words.ts'

export type RowReading = {
  readonly row: AdjustmentRow
  readonly terms: readonly Term[]
  /** The name of what the row takes away. */
  readonly removes?: readonly Span[]
  /** It says what something becomes, in words that were not understood. */
  readonly isUnclear: boolean
}

type Thing = { readonly name: string; readonly span: Span }

/** The rows of one table, each with what it says. A row without a name goes on about the thing above it. */
export const readTable = (text: string, table: AdjustmentTable): readonly RowReading[] => {
  const { columns } = table
  const own = columns.findIndex(({ role }) => role === 'name')
  const named = own >= 0 ? own : columns.findIndex(({ role, kind }) => role === 'old' && kind === 'name')
  const serial = columns.findIndex(({ role }) => role === 'serial')
  let thing: Thing | undefined
  return table.rows.flatMap((row) => {
    const cells = aligned(text, row, table)
    const words = row.cells.map((cell) => text.slice(cell.start, cell.end)).filter((cell) => cell !== '')
    // “一、水利项目”: a heading within the table
    if (words.length < 2) return [{ row, terms: [], isUnclear: false }]
    if (!cells) return [{ row, terms: [], isUnclear: true }]
    const cell = cells[named]
    const span = cell && trimmedSpan(text, cell)
    const numbered = serial >= 0 && cells[serial] && wordsOf(text, cells[serial] as Span) !== ''
    if (span && span.end > span.start)
      thing = { name: text.slice(span.start, span.end).replace(/\s/g, ''), span }
    else if (numbered) thing = undefined
    return [thing ? readRow(text, table, row, cells, thing) : { row, terms: [], isUnclear: true }]
  })
}

const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, end).trim()

/** The row's cells under their columns; undefined where some are lost and nobody can tell which. */
const aligned = (
  text: string,
  row: AdjustmentRow,
  { columns }: AdjustmentTable,
): readonly Span[] | undefined => {
  const { cells } = row
  const lost = columns.length - cells.length
  if (lost < 0 || (lost > 0 && !columns.slice(-lost).every(({ role }) => role === 'note'))) return undefined
  if (/[\t|｜]/.test(text.slice(row.start, row.end))) return cells
  // Where blanks divide the cells, an empty one may be any: what was and what is to be must both be there, and of a kind.
  const told = columns.flatMap(({ role }, at) => {
    const cell = cells[at]
    return (role === 'old' || role === 'new') && cell ? [wordsOf(text, cell)] : []
  })
  const kinds = new Set(told.map(sortOf))
  const isWhole = lost === 0 ? !told.includes('') : kinds.size === 1 && !kinds.has('other')
  return isWhole ? cells : undefined
}

const DATE = /20\d{2}\s*年|[“"]?十[一二三四五六]?五[”"]?(?:期?末|时期|期间)/
const BODY = /(?:局|委|办|部门|中心|公司|政府|集团|街道|镇|乡|管委会)$/

const sortOf = (words: string): 'due' | 'number' | 'body' | 'other' =>
  DATE.test(words) ? 'due' : /^[≥≤<>约]?\s*\d/.test(words) ? 'number' : BODY.test(words) ? 'body' : 'other'

const SAME = /^(?:不变|无变化|无|同左|同前|维持不变|保持不变|[-—–/／]*)$/

const readRow = (
  text: string,
  table: AdjustmentTable,
  row: AdjustmentRow,
  cells: readonly Span[],
  thing: Thing,
): RowReading => {
  if (table.isRemoving) return { row, terms: [], removes: [thing.span], isUnclear: false }
  const aspect = aspectOf(text, table, cells)
  const found = table.columns.flatMap((heading, at) => {
    const cell = cells[at]
    if (!cell || (heading.role !== 'new' && (heading.role !== 'deed' || aspect))) return []
    const column = { ...heading, kind: heading.kind ?? aspect?.kind }
    if (aspect && !column.kind) return [{ terms: [] }]
    const span = trimmedSpan(text, cell)
    if (SAME.test(text.slice(span.start, span.end))) return []
    return [readCell(text, table, column, span, thing, unitOf(text, table, cells))]
  })
  return {
    row,
    terms: found.flatMap(({ terms }) =>
      terms.map((term) => ({ ...term, words: text.slice(row.start, row.end).trim().replace(/\s+/g, ' ') })),
    ),
    ...(found.some(({ goes }) => goes) ? { removes: [thing.span] } : {}),
    isUnclear: found.some(({ terms, goes }) => terms.length === 0 && !goes),
  }
}

/** “调整事项：完成时限” beside what was and what is to be: what both cells tell, where it is known. */
const aspectOf = (
  text: string,
  { columns }: AdjustmentTable,
  cells: readonly Span[],
): { readonly kind: TermKind | undefined } | undefined => {
  const cell = cells[columns.findIndex(({ role }) => role === 'deed')]
  if (!cell || !columns.some(({ role }) => role === 'new')) return undefined
  const words = wordsOf(text, cell)
  if (words === '' || (['remove', 'add', 'change', 'rename'] as const).some((kind) => firstWord(words, kind)))
    return undefined
  return { kind: labelBefore(words)?.kind ?? (/^(?:项目|指标)?名称$/.test(words) ? 'name' : undefined) }
}

type CellReading = {
  readonly terms: readonly Omit<Term, 'words'>[]
  readonly goes?: boolean
}

const unitOf = (text: string, { columns }: AdjustmentTable, cells: readonly Span[]): string | undefined => {
  const cell = cells[columns.findIndex(({ role }) => role === 'unit')]
  return cell ? wordsOf(text, cell) : undefined
}

const readCell = (
  text: string,
  { type }: AdjustmentTable,
  column: Pick<Column, 'title'> & { readonly kind: TermKind | undefined },
  cell: Span,
  thing: Thing,
  unit: string | undefined,
): CellReading => {
  const words = text.slice(cell.start, cell.end)
  const of = (kind: TermKind, value: Span) => ({ name: thing.name, thing: thing.span, kind, value, type })
  if (isOnly(words, 'remove')) return { terms: [], goes: true }
  if (isOnly(words, 'add')) return { terms: type === 'Project' ? [of('added', cell)] : [] }
  const year = /20\d{2}/.exec(column.title)?.[0]
  const number = { ...(unit === undefined ? {} : { unit }), ...(year ? { year: Number(year) } : {}) }
  if (column.kind !== undefined && column.kind !== 'value') return { terms: [of(column.kind, cell)] }
  if (type === 'Indicator' && sortOf(words) === 'number')
    return { terms: [{ ...of('value', cell), ...number }] }
  if (type === 'Indicator') return { terms: [] }
  const renamed = firstWord(words, 'rename')
  if (renamed) {
    const found = renameIn(`${thing.name}${words}`)
    const by = cell.start - thing.name.length
    return { terms: found ? [of('name', { start: found.value.start + by, end: found.value.end + by })] : [] }
  }
  const parts = partsOf(words, cell.start)
  const terms = parts.flatMap((part) => {
    const found = partTerm(text, part)
    return found ? [of(found.kind, found.value)] : []
  })
  // Of several things that a cell says, one that was not understood leaves the row to be looked at.
  return { terms: terms.length === parts.length ? terms : [] }
}

/** “取消”, “不再实施该项目”: the word and nothing else that would name a thing. */
const isOnly = (words: string, kind: 'remove' | 'add'): boolean =>
  firstWord(words, kind) !== undefined &&
  amendingWords(kind)
    .reduce((rest, word) => rest.replaceAll(word, ''), words)
    .replace(/予以|该|本|项目|指标|工程|实施|建设|[，。；\s]/g, '') === ''

const partsOf = (words: string, start: number): readonly (Span & { readonly words: string })[] =>
  [...words.matchAll(/[^；;，,。\n]+/g)].map((match) => ({
    words: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))

/** “完成时限：2026年底”, “牵头单位由区水利局调整为区财政局”, “2026年12月底前建成”. */
const partTerm = (
  text: string,
  { words, start, end }: Span & { readonly words: string },
): { readonly kind: TermKind; readonly value: Span } | undefined => {
  const change = firstWord(words, 'change')
  if (change) {
    const from = /[由从]/.exec(words.slice(0, change.at))?.index ?? change.at
    const label = labelBefore(words.slice(0, from))
    return label && { kind: label.kind, value: { start: start + change.at + change.word.length, end } }
  }
  const colon = words.search(/[：:]/)
  if (colon > 0) {
    const label = labelBefore(words.slice(0, colon))
    return label && { kind: label.kind, value: trimmedSpan(text, { start: start + colon + 1, end }) }
  }
  return DATE.test(words) ? { kind: 'due', value: { start, end } } : undefined
}

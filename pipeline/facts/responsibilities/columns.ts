/** Duty notes in tables: the cells under a header such as 责任单位 or 牵头单位. */
import type { Reading, Section, Segment, Span } from '../../records.ts'
import type { Vocabulary } from '../departments/vocabulary.ts'
import type { Block } from './blocks.ts'
import { type Filled, filledDuties, type Header } from './duty-cells.ts'
import type { DutyWords, LabelRole } from './duty-words.ts'
import type { DutyNote } from './notes.ts'
import { readUnits, type Unit } from './units.ts'

const TASK = /任务|项目|工作|内容|措施|名称|事项|举措|目标/

const PROJECT_NAME = /(?:项目|工程)名称$/

/** 目标值 heads figures, 完成时限 dates. */
const NO_TASK = /序号|值$|时间|时限|期限|投资|单位$/

const headerOf = (texts: readonly string[], words: DutyWords): Header | undefined => {
  const duties = new Map<number, LabelRole>()
  texts.forEach((text, index) => {
    const role = words.roleOfLabel(text.replace(/[\s*]/g, ''))
    if (role !== undefined && role !== 'none') duties.set(index, role)
  })
  if (duties.size === 0) return undefined
  const isTask = (text: string, index: number): boolean =>
    !duties.has(index) && TASK.test(text) && !NO_TASK.test(text.trim())
  // 建设规模及内容 beside 项目名称 only describes what is answered for
  const named = texts.findIndex((text, index) => isTask(text, index) && PROJECT_NAME.test(text.trim()))
  const task = named >= 0 ? named : texts.findLastIndex(isTask)
  return { duties, task: task < 0 ? undefined : task, width: texts.length }
}

const tableOf = (segment: Segment): Section | undefined =>
  segment.sections.findLast((section) => section.kind === 'table')

/** The cell under 任务 or 内容 where the row is whole, else the longest that names no body. */
const taskCell = (header: Header, cells: readonly Span[], taken: ReadonlySet<number>): Span | undefined => {
  const own = header.task === undefined || header.width !== cells.length ? undefined : cells[header.task]
  if (own && own.end > own.start) return own
  return cells
    .filter((_, index) => !taken.has(index))
    .reduce<Span | undefined>(
      (best, cell) => (best && best.end - best.start >= cell.end - cell.start ? best : cell),
      undefined,
    )
}

const unitsIn = (
  text: string,
  cell: Span,
  role: LabelRole,
  hasLead: boolean,
  words: DutyWords,
): readonly Unit[] => {
  const read = readUnits(text.slice(cell.start, cell.end), words)
  const fallback = role === 'support' || (role === 'unit' && hasLead) ? 'support' : 'lead'
  return read.units.map((unit) => ({
    role: read.verbs ? unit.role : fallback,
    span: { start: unit.span.start + cell.start, end: unit.span.end + cell.start },
  }))
}

/** The one body of a row with 牵头 and 配合 columns leads, wherever the scrape put it; several support whom a merged cell names. */
const settled = (
  text: string,
  header: Header,
  filled: readonly Filled[],
  words: DutyWords,
): readonly Filled[] => {
  const roles = [...header.duties.values()]
  const [only] = filled
  if (!only || filled.length > 1 || only.role !== 'support' || !roles.includes('lead')) return filled
  const { units } = readUnits(text.slice(only.span.start, only.span.end), words)
  return units.length === 1 ? [{ ...only, role: 'lead' }] : filled
}

/** What the duty cells of the row above say for this one, where they are merged downwards: 牵头 alone, or all of them. */
const mergedFrom = (filled: readonly Filled[], above: readonly Filled[]): readonly Filled[] => {
  if (filled.length === 0) return above
  const supportsOnly = filled.every(({ role }) => role === 'support')
  return supportsOnly ? above.filter(({ role }) => role !== 'support') : []
}

type Row = {
  readonly text: string
  readonly header: Header
  readonly cells: readonly Span[]
  readonly block: number
}

const noteOf = (
  { text, block }: Row,
  task: Span,
  filled: readonly Filled[],
  hasLead: boolean,
  words: DutyWords,
  vocabulary: Vocabulary,
): DutyNote | undefined => {
  const units = filled
    .flatMap(({ span, role }) => unitsIn(text, span, role, hasLead, words))
    .filter(
      (unit) =>
        vocabulary.sureness(text.slice(unit.span.start, unit.span.end)) !== undefined ||
        unit.span.end - unit.span.start <= 15,
    )
  const first = units[0]
  const last = units[units.length - 1]
  if (!first || !last) return undefined
  return {
    span: { start: first.span.start, end: last.span.end },
    block,
    form: 'column',
    units,
    task,
    firstLeads: false,
  }
}

const TOTAL = /^(?:合计|小计|总计|共计|备注)/

/** The notes of one row, and the duty cells that go on to the rows below. */
const rowNotes = (
  row: Row,
  above: readonly Filled[],
  words: DutyWords,
  vocabulary: Vocabulary,
): { readonly notes: readonly DutyNote[]; readonly filled: readonly Filled[] } => {
  const { text, header, cells } = row
  const filled = settled(text, header, filledDuties(text, header, cells, words, vocabulary), words)
  const task = taskCell(header, cells, new Set(filled.flatMap((one) => one.cells)))
  if (!task || task.end <= task.start) return { notes: [], filled: above }
  const own = header.task === undefined ? undefined : cells[header.task]
  const isTask = own?.start === task.start && !TOTAL.test(text.slice(task.start, task.end))
  // “二 / 水资源配置工程” heads a group of rows: nobody above answers for it
  const isGroup = header.width > 4 && cells.filter((cell) => cell.end > cell.start).length <= 2
  const merged = isTask && !isGroup ? mergedFrom(filled, above) : []
  const all = [...merged, ...filled]
  const hasLead = all.some(({ role }) => role === 'lead')
  const note = noteOf(row, task, filled, hasLead, words, vocabulary)
  const inherited = noteOf(row, task, merged, hasLead, words, vocabulary)
  const notes = [...(inherited ? [{ ...inherited, merged: true as const }] : []), ...(note ? [note] : [])]
  return { notes, filled: all.length > 0 ? all : above }
}

/** One note per table row whose duty cells name bodies. */
export const columnNotes = (
  reading: Reading,
  blocks: readonly Block[],
  words: DutyWords,
  vocabulary: Vocabulary,
): readonly DutyNote[] => {
  const notes: DutyNote[] = []
  const headers = new Map<Section | undefined, Header>()
  const filled = new Map<Section | undefined, readonly Filled[]>()
  let latest: Header | undefined
  const text = reading.document.text
  blocks.forEach((block, index) => {
    const segment = block.segments[0]
    if (block.kind !== 'row' || !segment?.cells) return
    const table = tableOf(segment)
    const texts = segment.cells.map((cell) => text.slice(cell.start, cell.end))
    const own = headerOf(texts, words)
    if (own) headers.set(table, own)
    if (own) latest = own
    // A table cut in two: the second half has no head of its own.
    const header = headers.get(table) ?? (latest?.width === texts.length ? latest : undefined)
    if (!header || own) return
    const row = { text, header, cells: segment.cells, block: index }
    const found = rowNotes(row, filled.get(table) ?? [], words, vocabulary)
    filled.set(table, found.filled)
    notes.push(...found.notes)
  })
  return notes
}

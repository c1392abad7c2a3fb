/** Duty notes in tables: the cells under a header such as 责任单位 or 牵头单位. */
import type { Reading, Section, Segment, Span } from '../../records.ts'
import type { Vocabulary } from '../departments/vocabulary.ts'
import type { Block } from './blocks.ts'
import type { DutyWords, LabelRole } from './duty-words.ts'
import type { DutyNote } from './notes.ts'
import { readUnits, type Unit } from './units.ts'

type Header = {
  readonly duties: ReadonlyMap<number, LabelRole>
  readonly task: number | undefined
  /** How many columns the header names. */
  readonly width: number
}

const TASK = /任务|项目|工作|内容|措施|名称|事项|举措|目标/

/** 目标值 heads figures, 完成时限 dates. */
const NO_TASK = /序号|值$|时间|时限|期限|投资|单位$/

const headerOf = (texts: readonly string[], words: DutyWords): Header | undefined => {
  const duties = new Map<number, LabelRole>()
  texts.forEach((text, index) => {
    const role = words.roleOfLabel(text.replace(/[\s*]/g, ''))
    if (role !== undefined && role !== 'none') duties.set(index, role)
  })
  if (duties.size === 0) return undefined
  const task = texts.findLastIndex(
    (text, index) => !duties.has(index) && TASK.test(text) && !NO_TASK.test(text.trim()),
  )
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

const isBodies = (text: string, cell: Span, words: DutyWords, vocabulary: Vocabulary): boolean => {
  const own = text.slice(cell.start, cell.end)
  // 迁建县档案中心。: a sentence is a task, though it ends like a body.
  if (/。$/.test(own)) return false
  const { units } = readUnits(own, words)
  const sure = units.map(({ span }) => vocabulary.sureness(own.slice(span.start, span.end)))
  return (
    units.length > 0 && sure.every((value) => value !== undefined) && sure.some((value) => value !== 'weak')
  )
}

type Filled = { readonly span: Span; readonly role: LabelRole; readonly cells: readonly number[] }

/** Cells that name bodies, those that run on from one to the next (县财政局、 / 各乡镇) taken together. */
const bodyCells = (
  text: string,
  cells: readonly Span[],
  words: DutyWords,
  vocabulary: Vocabulary,
): readonly { readonly span: Span; readonly cells: readonly number[] }[] => {
  const found: { span: Span; cells: number[] }[] = []
  const isWeak = (cell: Span) => {
    const own = text.slice(cell.start, cell.end)
    return own.length <= 15 && vocabulary.sureness(own) === 'weak'
  }
  const isCertain = cells.map((cell) => isBodies(text, cell, words, vocabulary))
  const none = !isCertain.includes(true)
  cells.forEach((cell, index) => {
    const last = found[found.length - 1]
    const follows = last?.cells.at(-1) === index - 1
    // 县代建中心 under 县住建局, or alone with its level: a body by its place in the row.
    const byPlace =
      isWeak(cell) && (follows || (none && /^(?:省|市|区|县|旗)/.test(text.slice(cell.start, cell.end))))
    if (!isCertain[index] && !byPlace) return
    const runsOn =
      last && last.cells.at(-1) === index - 1 && /、\s*$/.test(text.slice(last.span.start, last.span.end))
    if (runsOn)
      found[found.length - 1] = {
        span: { start: last.span.start, end: cell.end },
        cells: [...last.cells, index],
      }
    else found.push({ span: cell, cells: [index] })
  })
  return found
}

/**
 * Which cells of a row stand under duty headers. Where the row has more or fewer cells than the header (a flattened
 * table), the cells that name bodies are taken in order instead.
 */
const filledDuties = (
  text: string,
  header: Header,
  cells: readonly Span[],
  words: DutyWords,
  vocabulary: Vocabulary,
): readonly Filled[] => {
  const bodies = bodyCells(text, cells, words, vocabulary)
  const mapped = [...header.duties].flatMap(([index, role]): readonly Filled[] => {
    const span = cells[index]
    return span && span.end > span.start ? [{ span, role, cells: [index] }] : []
  })
  const isAligned = mapped.every((one) => bodies.some((body) => body.span.start === one.span.start))
  if (cells.length === header.width && mapped.length > 0 && (isAligned || bodies.length === 0)) return mapped
  const roles = [...header.duties.values()]
  const last = roles.at(-1) as LabelRole
  // A cell broken over lines: all bodies are of the one duty column, or those left over of the last where it supports.
  const most = roles.length === 1 || last === 'support' ? bodies.length : roles.length
  return bodies.slice(0, most).map((body, order) => ({ ...body, role: roles[order] ?? last }))
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
  const merged = isTask ? mergedFrom(filled, above) : []
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

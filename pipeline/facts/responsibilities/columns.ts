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

const headerOf = (texts: readonly string[], words: DutyWords): Header | undefined => {
  const duties = new Map<number, LabelRole>()
  texts.forEach((text, index) => {
    const role = words.roleOfLabel(text.replace(/[\s*]/g, ''))
    if (role !== undefined && role !== 'none') duties.set(index, role)
  })
  if (duties.size === 0) return undefined
  const task = texts.findLastIndex(
    (text, index) => !duties.has(index) && TASK.test(text) && !/序号/.test(text),
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
  const { units } = readUnits(own, words)
  const sure = units.map(({ span }) => vocabulary.sureness(own.slice(span.start, span.end)))
  return (
    units.length > 0 && sure.every((value) => value !== undefined) && sure.some((value) => value !== 'weak')
  )
}

type Filled = { readonly index: number; readonly role: LabelRole }

/**
 * Which cells of a row stand under duty headers. Where cells are missing (a flattened table), the cells that name bodies
 * are taken in order instead.
 */
const filledDuties = (
  text: string,
  header: Header,
  cells: readonly Span[],
  words: DutyWords,
  vocabulary: Vocabulary,
): readonly Filled[] => {
  const isFilled = (index: number) => (cells[index]?.end ?? 0) > (cells[index]?.start ?? 0)
  const shift = Math.max(0, header.width - cells.length)
  const mapped = [...header.duties]
    .map(([index, role]) => ({ index: index - shift, role }))
    .filter(({ index }) => isFilled(index))
  if (mapped.length > 0 && shift === 0) return mapped
  if (
    mapped.every(({ index }) => isBodies(text, cells[index] as Span, words, vocabulary)) &&
    mapped.length > 0
  )
    return mapped
  const bodies = cells.flatMap((cell, index) => (isBodies(text, cell, words, vocabulary) ? [index] : []))
  const roles = [...header.duties.values()]
  return bodies.slice(0, roles.length).map((index, order) => ({ index, role: roles[order] as LabelRole }))
}

const rowNote = (
  text: string,
  header: Header,
  cells: readonly Span[],
  block: number,
  words: DutyWords,
  vocabulary: Vocabulary,
): DutyNote | undefined => {
  const filled = filledDuties(text, header, cells, words, vocabulary)
  const taken = new Set(filled.map(({ index }) => index))
  const task = taskCell(header, cells, taken)
  const hasLead = filled.some(({ role }) => role === 'lead')
  const units = filled
    .flatMap(({ index, role }) => unitsIn(text, cells[index] as Span, role, hasLead, words))
    .filter(
      (unit) =>
        vocabulary.sureness(text.slice(unit.span.start, unit.span.end)) !== undefined ||
        unit.span.end - unit.span.start <= 15,
    )
  const first = units[0]
  const last = units[units.length - 1]
  if (!task || !first || !last || task.end <= task.start) return undefined
  return {
    span: { start: first.span.start, end: last.span.end },
    block,
    form: 'column',
    units,
    task,
    firstLeads: false,
  }
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
  const text = reading.document.text
  blocks.forEach((block, index) => {
    const segment = block.segments[0]
    if (block.kind !== 'row' || !segment?.cells) return
    const table = tableOf(segment)
    const texts = segment.cells.map((cell) => text.slice(cell.start, cell.end))
    const own = headerOf(texts, words)
    if (own) headers.set(table, own)
    const header = headers.get(table)
    const note = header && !own ? rowNote(text, header, segment.cells, index, words, vocabulary) : undefined
    if (note) notes.push(note)
  })
  return notes
}

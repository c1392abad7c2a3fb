/** Which cells of a table's row name the bodies that its duty heads ask for. */
import type { Span } from '../../records.ts'
import type { Vocabulary } from '../departments/vocabulary.ts'
import type { DutyWords, LabelRole } from './duty-words.ts'
import { readUnits } from './units.ts'

/** What the head of a table says of its duty columns. */
export type Header = {
  readonly duties: ReadonlyMap<number, LabelRole>
  readonly task: number | undefined
  /** How many columns the header names. */
  readonly width: number
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

export type Filled = { readonly span: Span; readonly role: LabelRole; readonly cells: readonly number[] }

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
export const filledDuties = (
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
  const isBody = (one: Filled) => bodies.some((body) => body.span.start === one.span.start)
  const isAligned = mapped.every(isBody)
  // where no cell is missing and one names a body, the heads are right about the others: 县茶叶产业中心, 甲镇、县供水集团
  const isWhole = cells.every((cell) => cell.end > cell.start) && mapped.some((one) => isBody(one))
  if (cells.length === header.width && mapped.length > 0 && (isAligned || isWhole || bodies.length === 0))
    return mapped
  const roles = [...header.duties.values()]
  const last = roles.at(-1) as LabelRole
  // A cell broken over lines: all bodies are of the one duty column, or those left over of the last where it supports.
  const most = roles.length === 1 || last === 'support' ? bodies.length : roles.length
  return bodies.slice(0, most).map((body, order) => ({ ...body, role: roles[order] ?? last }))
}

/** The rows of an indicator table, and how their cells are read. */
import type { Knowledge } from '../../knowledge.ts'
import { unitAt, unitWords } from '../numbers/units.ts'
import type { Cell, Line } from './cells.ts'
import type { Column } from './header.ts'

export type TableRow = {
  readonly name: Cell
  readonly unit: string
  readonly nature?: string
  /** One for each value column, in order; undefined where the cell is empty. */
  readonly values: readonly (Cell | undefined)[]
}

const NATURE = /^(预期|约束|引导|指导|控制|考核|鼓励)性?(?:指标)?$/
/** A cell that says nothing: blank, a dash, 无. */
export const EMPTY = /^(?:[-—–－/／]+|无|…+)?$/
const SCALE = /^(?:万亿|千万|百万|亿|万|千)?/

/** “预期” for 预期性 and the like; undefined for what is no nature. */
export const natureOf = (text: string): string | undefined => {
  const found = NATURE.exec(text.replace(/\s/g, ''))?.[1]
  return found ? `${found}性` : undefined
}

/** The unit a whole cell says (万平方米, ％), or undefined when it says something else. */
export const unitOfCell = (text: string, knowledge: Knowledge): string | undefined => {
  const word = text.replace(/\s/g, '').replace(/^[（(]|[）)]$/g, '')
  if (word === '') return undefined
  // The standard of a dyke: once in so many years.
  if (word === '年一遇') return word
  const scale = SCALE.exec(word)?.[0] ?? ''
  const unit = unitAt(word, scale.length, unitWords(knowledge))
  if (unit && scale.length + unit.length === word.length) return scale + unit.kept
  return scale === word
    ? scale
    : /^[^0-9，。]{1,6}[23]?[/／](?:千|万|百)?[^0-9，。]{1,8}[23]?$/.test(word)
      ? word.replace('／', '/')
      : undefined
}

/** A name with the unit in its last bracket taken off: 常住人口城镇化率（%） → 常住人口城镇化率, %. */
export const splitUnit = (
  cell: Cell,
  knowledge: Knowledge,
): { readonly name: Cell; readonly unit?: string } => {
  const bracket = /[（(]([^（()）]{1,12})[）)]$/.exec(cell.text)
  const unit = bracket ? unitOfCell(bracket[1] ?? '', knowledge) : undefined
  if (!bracket || unit === undefined) return { name: cell }
  const text = cell.text.slice(0, bracket.index).trimEnd()
  return { name: { text, span: { start: cell.span.start, end: cell.span.start + text.length } }, unit }
}

const cleanName = (cell: Cell): Cell => {
  const lead =
    /^(?:[0-9]{1,2}[.．、]|[（(][0-9一二三四五六七八九十]+[）)]|其中[：:]|[①-⑳])\s*/.exec(cell.text)?.[0]
      .length ?? 0
  const text = cell.text.slice(lead)
  return { text, span: { start: cell.span.start + lead, end: cell.span.end } }
}

/** A row from its parts: the name's own unit in brackets counts where the unit column says none. */
export const makeRow = (
  name: Cell,
  unit: string | undefined,
  nature: string | undefined,
  values: readonly (Cell | undefined)[],
  knowledge: Knowledge,
): TableRow => {
  const parts = splitUnit(cleanName(name), knowledge)
  return { name: parts.name, unit: unit ?? parts.unit ?? '', ...(nature ? { nature } : {}), values }
}

/** A row whose cells stand on one line, under the columns given; `above` gives the name a merged cell leaves out. */
export const rowOfLine = (
  line: Line,
  columns: readonly Column[],
  above: Cell | undefined,
  knowledge: Knowledge,
): TableRow | undefined => {
  const cell = (i: number): Cell | undefined => line.cells[i]
  const at = (role: Column['role']): readonly (Cell | undefined)[] =>
    columns.flatMap((column, i) => (column.role === role ? [cell(i)] : []))
  const name = at('name').findLast((c) => c && c.text !== '') ?? above
  if (!name || !/[\u4e00-\u9fffA-Z]/.test(name.text)) return undefined
  const unit = unitOfCell(at('unit')[0]?.text ?? '', knowledge)
  const values = at('value').map((c) => (c && !EMPTY.test(c.text) ? c : undefined))
  return makeRow(name, unit, natureOf(at('nature')[0]?.text ?? ''), values, knowledge)
}

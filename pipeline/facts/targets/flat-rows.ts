/** Reads the body of an indicator table that was flattened to one cell a line. */
import type { Knowledge } from '../../knowledge.ts'
import type { Cell } from './cells.ts'
import type { Column } from './header.ts'
import { endsInHead } from './names.ts'
import { EMPTY, makeRow, natureOf, type TableRow, unitOfCell } from './rows.ts'
import { targetWords } from './words.ts'

type Flat = {
  readonly lines: readonly Cell[]
  readonly columns: readonly Column[]
  readonly spaced: boolean
  readonly knowledge: Knowledge
}

const isText = (text: string): boolean => /[\u4e00-\u9fff]{2}/.test(text)
/** “1.地区生产总值（亿元）”: a name that counts itself. */
const COUNTED = /^[（(]?([0-9]{1,3})[）).．、]\s*[\u4e00-\u9fffA-Za-z“]/

/** A cell with a figure that is no name: not “每千人口拥有3岁以下婴幼儿托位数（个）”. */
const isFigure = (text: string, { knowledge }: Pick<Flat, 'knowledge'>): boolean =>
  /[0-9０-９]/.test(text) &&
  text.length <= 24 &&
  !COUNTED.test(text) &&
  !(/^[\u4e00-\u9fffA-Z]{2}/.test(text) && endsInHead(text, targetWords(knowledge)))

const valuesFrom = (flat: Flat, from: number, to: number, count: number): readonly (Cell | undefined)[] => {
  const values: (Cell | undefined)[] = []
  for (let i = from; i < to && values.length < count; i++) {
    const cell = flat.lines[i]
    if (!cell || (cell.text === '' && flat.spaced)) continue
    values.push(EMPTY.test(cell.text) ? undefined : cell)
  }
  return values
}

const QUALITY = /升|降|增|减|达标|完成|保持|改善|稳定|优|良|全覆盖|Ⅰ|Ⅱ|Ⅲ|Ⅳ|持续|基本|落实/

// “≥5 构筑韧性城区 9 …”: in a scrape without blank cells a heading of the next rows looks like a value, and then
// nobody can tell in which column the figure before it stood.
const isUnsure = ({ lines }: Flat, values: readonly (Cell | undefined)[]): boolean => {
  const last = values.at(-1)?.text ?? ''
  return (
    values.length > 1 &&
    last !== '' &&
    !/[0-9０-９]/.test(last) &&
    !QUALITY.test(last) &&
    lines.every((cell) => cell.text !== '')
  )
}

/** “新增供水能力 / 万m³/d / 2.5”, “下降 / % / 〔12〕”: what is gained over the period has no figure where it began. */
const GAINED = /^(?:累计)?(?:新增|净增|新建)|累计|年均|下降$|降低$/
const OVER_PERIOD = /^[〔[【［].*[〕\]】］]/

/** The only value of a row with several columns: under the last where it was gained, else where nobody can tell. */
const inColumns = (
  values: readonly (Cell | undefined)[],
  name: string,
  count: number,
): readonly (Cell | undefined)[] => {
  const [only] = values
  if (values.length !== 1 || count !== 2 || !only) return values
  return GAINED.test(name) || OVER_PERIOD.test(only.text) ? [undefined, only] : [undefined]
}

/** The row in lines [from, to), which begin after its serial number where there is one. */
const rowOfChunk = (flat: Flat, from: number, to: number): TableRow | undefined => {
  const { lines, columns, knowledge } = flat
  const cells = lines.slice(from, to)
  const count = columns.filter((c) => c.role === 'value').length
  const has = (role: Column['role']): boolean => columns.some((c) => c.role === role)
  // Where no head says so, the nature stands under 备注.
  const natures = has('nature') || columns.some((c) => c.title === '备注')
  const nature = natures ? cells.findIndex((c) => natureOf(c.text) !== undefined) : -1
  const unit = has('unit')
    ? cells.findIndex((c, i) => i > 0 && unitOfCell(c.text, knowledge) !== undefined)
    : -1
  const natureFirst =
    columns.findIndex((c) => c.role === 'nature' || (!has('nature') && c.title === '备注')) <
    columns.findIndex((c) => c.role === 'value')
  const firstFigure = cells.findIndex(
    (c, i) => i > 0 && isFigure(c.text, flat) && !/[\u4e00-\u9fff]{7}/.test(c.text),
  )
  const nameEnd = [unit, nature, firstFigure].filter((i) => i > 0)
  const before = nameEnd.length > 0 ? Math.min(...nameEnd) : -1
  const nameAt = cells.slice(0, Math.max(before, 0)).findLastIndex((c) => isText(c.text))
  if (nameAt < 0) return undefined
  const afterNature = natures && natureFirst && nature >= 0
  const end = !natureFirst && nature >= 0 ? nature : cells.length
  // “有效利用系数 / — / 0.51 / 0.53”, or with a blank: no unit
  const next = cells[nameAt + 1]?.text
  const dash = unit < 0 && has('unit') && next !== undefined && (next === '' || EMPTY.test(next))
  const unitless = dash && cells.slice(nameAt + 2, end).filter((c) => c.text !== '').length >= count
  const start = afterNature
    ? Math.max(nature, unit) + 1
    : (unit >= 0 ? unit : nameAt + (unitless ? 1 : 0)) + 1
  const name = cells[nameAt]
  const unitText = unit >= 0 ? unitOfCell(cells[unit]?.text ?? '', knowledge) : undefined
  // As many filled cells before the nature as columns: a blank line among them is no cell.
  const filled = cells.slice(start, end).filter((c) => c.text !== '')
  const bounded = !natureFirst && nature >= 0 && filled.length === count
  const read = bounded
    ? filled.map((c) => (EMPTY.test(c.text) ? undefined : c))
    : valuesFrom(flat, from + start, from + end, count)
  const values = isUnsure(flat, read) ? read.map(() => undefined) : inColumns(read, name?.text ?? '', count)
  return (
    name &&
    makeRow(name, unitText, nature >= 0 ? natureOf(cells[nature]?.text ?? '') : undefined, values, knowledge)
  )
}

/** So many rows may have been struck out of a table whose numbers were left as they were. */
const MOST_MISSING = 2

/** Where names that count themselves (1.…, 2.…) follow one another. */
const countedFrom = (lines: readonly Cell[]): readonly number[] => {
  const found: number[] = []
  for (const [i, { text }] of lines.entries())
    if (Number(COUNTED.exec(text)?.[1]) === found.length + 1) found.push(i)
  return found
}

const starts = (flat: Flat): readonly number[] => {
  const { lines, columns, knowledge } = flat
  if (columns.some((c) => c.role === 'serial')) {
    const found: number[] = []
    let expected = 1
    for (let i = 0; i < lines.length; i++) {
      const next = lines.slice(i + 1).find((c) => c.text !== '')
      const serial = /^[0-9]{1,3}$/.test(lines[i]?.text ?? '') ? Number(lines[i]?.text) : 0
      // “3” before 预期性 is a figure, not the third row's number
      if (
        serial >= expected &&
        serial <= expected + MOST_MISSING &&
        next &&
        isText(next.text) &&
        natureOf(next.text) === undefined &&
        unitOfCell(next.text, knowledge) === undefined
      ) {
        found.push(i)
        expected = serial + 1
      }
    }
    return found
  }
  const counted = countedFrom(lines)
  if (counted.length >= 3) return counted
  const hasUnit = columns.some((c) => c.role === 'unit')
  const filled = lines.map((cell, i) => ({ cell, i })).filter(({ cell }) => cell.text !== '')
  return filled.flatMap(({ cell, i }, k) => {
    const next = filled[k + 1]?.cell.text ?? ''
    const follows = hasUnit
      ? unitOfCell(next, knowledge) !== undefined || (next !== '' && EMPTY.test(next))
      : isFigure(next, flat) || (next !== '' && EMPTY.test(next)) || natureOf(next) !== undefined
    const plain =
      isText(cell.text) && natureOf(cell.text) === undefined && unitOfCell(cell.text, knowledge) === undefined
    return plain && follows && !(isFigure(cell.text, flat) && /^[0-9≥≤＞＜]/.test(cell.text)) ? [i] : []
  })
}

const CATEGORY = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/
const END =
  /^(?:第[一二三四五六七八九十百]+[章节篇]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|注[:：]|备注[:：]|专栏|附件|表\s?[0-9])|。$|^到20[0-9]{2}年/

/** Where the body of a flattened table ends: a heading, a note or a sentence. */
export const bodyEnd = (lines: readonly Cell[], from: number): number => {
  const ends = (cell: Cell, i: number): boolean => {
    if (!END.test(cell.text) && cell.text.length <= 80) return false
    if (!CATEGORY.test(cell.text) || cell.text.length > 16) return true
    // “一、水生态” may head a group of rows: then figures of their own follow
    const next = lines
      .slice(i + 1)
      .filter((c) => c.text !== '')
      .slice(0, 6)
    return next.filter((c) => /^[≥≤＞＜><约]?[0-9.]+[%％]?$/.test(c.text)).length < 2
  }
  const end = lines.findIndex((cell, i) => i >= from && ends(cell, i))
  return end < 0 ? lines.length : end
}

/** The rows of a flattened body, one cell a line; blank lines are kept as cells with empty text. */
export const rowsOfLines = (
  lines: readonly Cell[],
  columns: readonly Column[],
  knowledge: Knowledge,
): readonly TableRow[] => {
  const serial = columns.some((c) => c.role === 'serial')
  const at = starts({ lines, columns, spaced: false, knowledge })
  // A scrape that sets a blank line between any two cells has no blank cells to tell.
  const spaced = at.length > 0 && at.filter((i) => lines[i + 1]?.text === '').length * 2 > at.length
  const flat = { lines, columns, spaced, knowledge }
  return at.flatMap((start, i) => {
    const row = rowOfChunk(flat, serial ? start + 1 : start, at[i + 1] ?? lines.length)
    return row ? [row] : []
  })
}

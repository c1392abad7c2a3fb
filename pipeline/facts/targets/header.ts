/** Reads the header of an indicator table: which column names, counts, classifies or gives values, and of which year. */
import type { Knowledge } from '../../knowledge.ts'
import type { PlanIdentity, Span } from '../../records.ts'
import { findDates } from '../deadlines.ts'
import type { Cell } from './cells.ts'

export type Column = {
  readonly role: 'serial' | 'name' | 'unit' | 'nature' | 'value' | 'other'
  readonly title: string
  readonly span: Span
  readonly year?: number
  readonly kind?: 'target' | 'baseline' | 'growth'
}

const squeeze = (text: string): string => text.replace(/[\s　]+/g, '')
const VALUE_WORD =
  /^(?:目标值?|完成值?|现状值?|规划值?|基期值?|基准值?|实际值?|实现值?|预期值?|指标值|值|完成情况|完成数|目标任务|实绩|预计值?|预计)$/
const DATE_WORD =
  /20[0-9]{2}|[“"]?[一二三四五十]{2,3}五?[”"]?(?:时期|期间|末|规划)?(?:目标|完成|规划|年均|累计)?值?/
const HEADER =
  /^(?:序号|编号|类别|类型|领域|分类|维度|项目|指标.{0,6}|主要指标|.级指标|.{0,4}指标|.{0,4}名称|单位|计量单位|.{0,4}属性|.{0,2}性质|备注|责任.{0,4}|牵头.{0,4}|配合.{0,4}|年均.{0,6}|累计.{0,6}|增速|完成时[间限]|时间节点|(?:近|中|远)期.{0,12}|现状.{0,10}|目标.{0,10}|.{0,10}20[0-9]{2}.{0,10}|[“"]?十[一二三四五六]?五[”"]?.{0,6})$/

/** “年均增速 / [累计]”: what stands in brackets in that column. */
const TOTAL = /^[[〔【（(]累计(?:值|增长)?[\]〕】）)]$/

/** True for what may stand in the header of an indicator table. */
export const isHeaderCell = (text: string): boolean => {
  const word = squeeze(text)
  return word.length <= 20 && (HEADER.test(word) || VALUE_WORD.test(word) || TOTAL.test(word))
}

const roleOf = (title: string, named: boolean): Column['role'] => {
  if (/^(?:序号|编号)$/.test(title)) return 'serial'
  if (/属性|性质|指标类型/.test(title)) return 'nature'
  if (/^(?:计量)?单位$/.test(title)) return 'unit'
  if (/备注|责任|牵头|配合|来源|说明|时间|时限/.test(title)) return 'other'
  if (
    /20[0-9]{2}|十[一二三四五六]?五|值$|年均|累计|目标|现状|增速|完成|^[近中远]期/.test(title) &&
    !/指标$|名称$/.test(title)
  )
    return 'value'
  if (/指标|名称|项目/.test(title)) return 'name'
  return named ? 'other' : 'name'
}

const BARE_YEAR = /^(?:到|至)?20[0-9]{2}年?(?:底|末)?$/

const NOW = /^(?:现状|基期|基准|实际)/

/** “目标值” over “2025年”; a “现状值” with no other group behind it is a column of its own beside the years. */
const opensGroup = (cells: readonly Cell[], at: number): boolean => {
  const word = squeeze(cells[at]?.text ?? '')
  if (!VALUE_WORD.test(word) || !BARE_YEAR.test(squeeze(cells[at + 1]?.text ?? ''))) return false
  return !NOW.test(word) || cells.slice(at + 1).some((cell) => VALUE_WORD.test(squeeze(cell.text)))
}

/** “目标值” above “2025年”, “2030年”: the group's word goes to each of its years. */
const ungroup = (cells: readonly Cell[]): readonly Cell[] => {
  let group = ''
  return cells.flatMap((cell, i) => {
    const word = squeeze(cell.text)
    if (opensGroup(cells, i)) {
      group = word
      return []
    }
    if (!BARE_YEAR.test(word)) group = ''
    return [{ text: word + group, span: cell.span }]
  })
}

const join = (cells: readonly Cell[]): readonly Cell[] => {
  const joined: Cell[] = []
  for (const cell of cells) {
    const before = joined.at(-1)
    const word = squeeze(cell.text)
    const named = joined.slice(0, -1).some((c) => roleOf(squeeze(c.text), false) === 'name')
    const last = before ? squeeze(before.text) : ''
    const value = VALUE_WORD.test(word) && before && DATE_WORD.test(last) && !/值$/.test(last)
    const nature = word === '属性' && last === '指标' && named
    if (before && (value || nature || TOTAL.test(word))) {
      joined.pop()
      joined.push({ text: last + word, span: { start: before.span.start, end: cell.span.end } })
    } else joined.push({ text: word, span: cell.span })
  }
  return joined
}

/** “现状 / 近期 / 远期 / 备注 / 2020年 / 2025年 / 2035年”: a lower row of heads, one year for each of the values above. */
const pairYears = (cells: readonly Cell[]): readonly Cell[] => {
  const lower = cells.length - 1 - cells.findLastIndex((cell) => !BARE_YEAR.test(squeeze(cell.text)))
  const upper = cells.slice(0, cells.length - lower)
  const spanned = upper.filter((cell) => SPANS_YEARS.test(squeeze(cell.text)))
  if (lower < 2 || spanned.length !== lower || upper.some((cell) => BARE_YEAR.test(squeeze(cell.text))))
    return cells
  const years = cells.slice(cells.length - lower)
  return upper.map((cell) => {
    const year = years[spanned.indexOf(cell)]
    return year ? { text: squeeze(cell.text) + squeeze(year.text), span: year.span } : cell
  })
}

const SPANS_YEARS = /^(?:现状|基期|基准|近期|中期|远期|目标|规划)(?:水平|目标|规划)?(?:年|值)?$/

/** Joins header words that a narrow column broke over lines (“十四五” 完成值, 2025年 目标值, 指标 属性), or sets group words apart. */
export const joinTitles = (all: readonly Cell[]): readonly Cell[] => {
  const cells = pairYears(all)
  const first = cells.findIndex(
    (cell) => VALUE_WORD.test(squeeze(cell.text)) || BARE_YEAR.test(squeeze(cell.text)),
  )
  return first >= 0 && opensGroup(cells, first) ? ungroup(cells) : join(cells)
}

const kindOf = (title: string, year: number | undefined, current: number | undefined): Column['kind'] => {
  if (/年均|增速|增长/.test(title)) return 'growth'
  if (/现状|完成|基期|基准|实际|实绩|实现/.test(title)) return 'baseline'
  if (/目标|规划|预期|[近中远]期/.test(title)) return 'target'
  return year !== undefined && current !== undefined && year < current ? 'baseline' : 'target'
}

/** The columns of a header, in order. `current` is the year the plan speaks in. */
export const columnsOf = (
  cells: readonly Cell[],
  plan: PlanIdentity,
  current: number | undefined,
  knowledge: Knowledge,
): readonly Column[] => {
  let named = false
  return cells.map((cell) => {
    const title = squeeze(cell.text)
    const role = roleOf(title, named)
    named = named || role === 'name'
    if (role !== 'value') return { role, title, span: cell.span }
    const date = findDates(
      title.replace(/(?<!“)(十[一二三四五六]?五)(?!”)/, '“$1”').replace(/(20[0-9]{2})(?!年)/, '$1年'),
      plan,
      knowledge,
    )[0]
    const year = date ? Number(date.due.end.slice(0, 4)) : undefined
    const kind = kindOf(title, year, current)
    return {
      role,
      title,
      span: cell.span,
      ...(year === undefined ? {} : { year }),
      ...(kind ? { kind } : {}),
    }
  })
}

/** True for a header that belongs to a table of indicators with figures. */
export const isIndicatorHeader = (columns: readonly Column[]): boolean =>
  columns.some((c) => c.role === 'value') &&
  columns.some((c) => c.role === 'name' && /指标|名称|项目/.test(c.title))

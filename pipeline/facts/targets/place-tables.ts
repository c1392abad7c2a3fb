/**
 * Tables whose rows are places and whose columns are indicators (乡镇 / 供水人口（万人） / 普及率（%）) or years of one indicator that
 * the title names. Offsets are into the whole text.
 */
import type { Knowledge } from '../../knowledge.ts'
import type { PlanIdentity, Span } from '../../records.ts'
import { type DateFound, findDates, planYear } from '../deadlines.ts'
import { findQuantities } from '../numbers.ts'
import type { Cell, Line } from './cells.ts'
import { linesOf } from './cells.ts'
import { endsInHead, isName } from './names.ts'
import { flatBody, type Grid, gridBody } from './place-rows.ts'
import { distinct, namesFor, type Proposal } from './proposal.ts'
import { splitUnit } from './rows.ts'
import type { Words } from './words.ts'

/** One figure of one indicator for the place that its row names; `place` is undefined for a row of totals. */
export type PlaceTarget = {
  readonly proposal: Proposal
  readonly value: Cell
  readonly column: Cell
  readonly place?: Cell
  readonly year?: number
  readonly kind: 'target' | 'baseline'
}

export type PlaceTable = { readonly span: Span; readonly targets: readonly PlaceTarget[] }

type Column = {
  readonly cell: Cell
  readonly name: string
  readonly unit: string
  readonly year?: number
  readonly kind: 'target' | 'baseline'
}

type Sight = {
  readonly plan: PlanIdentity
  readonly knowledge: Knowledge
  readonly words: Words
}

const squeeze = (text: string): string => text.replace(/[\s　]+/g, '')

const YEAR_WORDS =
  /(?:现状|基期|基准|实际|目标|规划|完成|预期|近期|远期)?(?:到|至)?20[0-9]{2}年?(?:底|末)?(?:现状|目标|规划|完成|预期)?值?/

const dateOf = (title: string, { plan, knowledge }: Sight): DateFound | undefined =>
  findDates(title.replace(/(20[0-9]{2})(?!年)/, '$1年'), plan, knowledge)[0]

/** “各乡镇森林覆盖率目标表”, “表4-1 排水分区年径流总量控制率分解表”: the indicator that a title names. */
const titleIndicator = (title: string, { words }: Sight): string | undefined => {
  const bare = squeeze(title)
    .replace(/^(?:附?表[0-9一二三四五六七八九十.-]*[:：]?|附件[0-9]*[:：]?)/, '')
    .replace(/20[0-9]{2}(?:[-—~至]20[0-9]{2})?年?度?/g, '')
    .replace(/(?:目标|指标|任务)*(?:分解|一览|统计|情况|汇总|计划|安排|分配)?表?$/, '')
    .replace(/(?:控制)?(?:目标|指标)?值?$/, '')
    .replace(/[“"]?十[二三四五六]?五[”"]?(?:时期|期间|末)?/, '')
  // “各县（市、区）用水总量”: which places is said before
  const classes = [...words.placeHeads].sort((one, other) => other.length - one.length)
  const cut = classes
    .map((word) => bare.search(`[各分]${word}`) + word.length + 1)
    .find((end, i) => end > (classes[i]?.length ?? 0))
  const name = cut === undefined ? bare : bare.slice(cut)
  return endsInHead(name, words) && isName(name, words) ? name : undefined
}

const columnOf = (cell: Cell, title: string | undefined, sight: Sight): Column | undefined => {
  const { knowledge, words, plan } = sight
  const parts = splitUnit(cell, knowledge)
  const text = squeeze(parts.name.text)
  const date = dateOf(text, sight)
  const year = date ? Number(date.due.end.slice(0, 4)) : undefined
  const own = text
    .replace(/[（(]20[0-9]{2}年[）)]/, '')
    .replace(YEAR_WORDS, '')
    .replace(/^控制目标$/, '')
    .replace(/(?:现状|(?:控制)?目标|规划)值?$/, '')
  const name = own.length > 1 ? own : year === undefined ? undefined : title
  if (name === undefined || NO_QUANTITY.test(name)) return undefined
  // 投资 alone is no indicator of a sentence; over a column, in 万元, it is.
  if (!isName(name, words) && (parts.unit === undefined || !words.heads.includes(name))) return undefined
  if (parts.unit === undefined && !endsInHead(name, words)) return undefined
  const current = planYear(plan)
  const past =
    /现状|基期|完成|实际/.test(text) || (year !== undefined && current !== undefined && year < current)
  return {
    cell: { text: parts.name.text, span: parts.name.span },
    name,
    unit: parts.unit ?? (/(?:率|比重|占比|比例)$/.test(name) ? '%' : ''),
    ...(year === undefined ? {} : { year }),
    kind: past ? 'baseline' : 'target',
  }
}

const NO_QUANTITY = /时间|时限|日期|期限|工期|电话|备注|编号|说明|^年限$/

const figureIn = (cell: Cell | undefined, knowledge: Knowledge) => {
  if (!cell || /[\u4e00-\u9fff]{4}/.test(cell.text)) return undefined
  const found = findQuantities(cell.text, cell.span.start, knowledge)
  return found.length === 1 && !found[0]?.parts ? found[0] : undefined
}

const targetsOf = (grid: Grid, columns: readonly (Column | undefined)[], knowledge: Knowledge) =>
  grid.rows.flatMap(({ place, values }) =>
    columns.flatMap((column, i): readonly PlaceTarget[] => {
      const cell = values[i]
      const quantity = column ? figureIn(cell, knowledge) : undefined
      if (!column || !cell || !quantity) return []
      const unit = quantity.unit || column.unit
      const proposal: Proposal = {
        value: quantity.value,
        ...(quantity.max === undefined ? {} : { max: quantity.max }),
        comparator: quantity.comparator,
        unit,
        at: quantity.span.start,
        name: column.name,
        aliases: distinct(namesFor(column.name, unit), column.name),
        nameSpan: column.cell.span,
        span: cell.span,
        places: [],
        rule: 'target-place-table',
      }
      return [
        {
          proposal,
          value: cell,
          column: column.cell,
          ...(place ? { place } : {}),
          ...(column.year === undefined ? {} : { year: column.year }),
          kind: column.kind,
        },
      ]
    }),
  )

/** Every table of places in a text, in order. `taken` says where a table of indicators was read already. */
export const findPlaceTables = (
  text: string,
  taken: (offset: number) => boolean,
  sight: Sight,
): readonly PlaceTable[] => {
  const lines = linesOf(text)
  const tables: PlaceTable[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (taken(line.span.start)) continue
    const grid = gridBody(lines, at, sight.words) ?? flatBody(lines, at, sight)
    if (!grid) continue
    const title = titleIndicator(grid.title, sight)
    const columns = grid.heads.map((head) => columnOf(head, title, sight))
    const targets = targetsOf(grid, columns, sight.knowledge)
    if (targets.length === 0) continue
    tables.push({ span: grid.span, targets })
    at = grid.next - 1
  }
  return tables
}

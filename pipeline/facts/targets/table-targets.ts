/** From the rows of an indicator table to proposals of targets. */
import type { Knowledge } from '../../knowledge.ts'
import type { PlanIdentity } from '../../records.ts'
import { planYear } from '../deadlines.ts'
import { findQuantities } from '../numbers.ts'
import type { Cell } from './cells.ts'
import type { Column } from './header.ts'
import { distinct, namesFor, type Proposal } from './proposal.ts'
import type { TableRow } from './rows.ts'
import type { IndicatorTable } from './tables.ts'

export type TableTarget = {
  readonly proposal: Proposal
  readonly value: Cell
  readonly column: Column
  readonly nature?: string
  readonly year?: number
  readonly kind: 'target' | 'baseline'
}

// A share without a sign is per cent (政务服务事项“全网通办率” 95); a ratio of two is to one (收入比 2.15).
const unitByName = (name: string): string =>
  /(?:率|比重|占比|比例)[”"]?$/.test(name) ? '%' : /比[”"]?$/.test(name) ? ':1' : ''

/** “3-5” in a column whose unit stands elsewhere is a range; in a sentence two bare numbers are none. */
const rangeOf = (text: string): { value: number; max: number; comparator: 'range' } | undefined => {
  const found = /^\s*([0-9]+(?:\.[0-9]+)?)\s*[-—–~～至]\s*([0-9]+(?:\.[0-9]+)?)\s*[%％]?\s*$/.exec(text)
  const [value, max] = [Number(found?.[1]), Number(found?.[2])]
  return found && max > value ? { value, max, comparator: 'range' } : undefined
}

const targetOf = (
  row: TableRow,
  column: Column,
  cell: Cell,
  knowledge: Knowledge,
): TableTarget | undefined => {
  const text = cell.text.replace(/^[〔[【(（]|[〕\]】)）]$/g, (mark) => ' '.repeat(mark.length))
  const quantities = findQuantities(text, cell.span.start, knowledge)
  const single = quantities.find((q) => q.unit === row.unit) ?? quantities[0]
  if (!single || single.parts) return undefined
  const quantity = { ...single, ...rangeOf(text) }
  const unit = quantity.unit || row.unit || unitByName(row.name.text)
  const growth = column.kind === 'growth' && !/增长|增速|降低|下降|减少|提高/.test(row.name.text)
  // “[6.5]” in a column 年均增长/[累计]: in brackets stands what comes together in five years
  const total = growth && /^[〔[【]/.test(cell.text) && /累计/.test(column.title)
  const name = growth ? `${row.name.text}${total ? '累计' : '年均'}增长` : row.name.text
  return {
    proposal: {
      value: quantity.value,
      ...(quantity.max === undefined ? {} : { max: quantity.max }),
      comparator: quantity.comparator,
      unit: growth && !total && !quantity.unit ? '%' : unit,
      at: quantity.span.start,
      name,
      aliases: distinct(
        [
          ...(row.unit ? [`${row.name.text}（${row.unit}）`] : []),
          ...namesFor(name, unit),
          ...(growth ? [`${row.name.text}年均增速`] : []),
        ],
        name,
      ),
      nameSpan: row.name.span,
      span: row.name.span,
      places: [],
      rule: 'target-table',
    },
    value: cell,
    column,
    ...(row.nature ? { nature: row.nature } : {}),
    ...(column.year === undefined ? {} : { year: column.year }),
    kind: column.kind === 'baseline' ? 'baseline' : 'target',
  }
}

/** The targets of a table, row by row. A value column without a year is of the period's end. */
export const targetsOfTable = (
  table: IndicatorTable,
  plan: PlanIdentity,
  knowledge: Knowledge,
): readonly TableTarget[] => {
  const columns = table.columns.filter((column) => column.role === 'value')
  const current = planYear(plan)
  return table.rows.flatMap((row) =>
    columns.flatMap((column, i) => {
      const cell = row.values[i]
      const target = cell ? targetOf(row, column, cell, knowledge) : undefined
      if (!target) return []
      const end = column.kind === 'baseline' ? undefined : (plan.periodEnd ?? current)
      return [target.year === undefined && end !== undefined ? { ...target, year: end } : target]
    }),
  )
}

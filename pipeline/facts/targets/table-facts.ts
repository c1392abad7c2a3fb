/** Facts of what stands in tables: the column's heading, and the row's where it is a place, give part of each. */
import type { Evidence, Fact, Mention, Target } from '../../records.ts'
import type { Cell } from './cells.ts'
import { fact, figureOf, indicator } from './facts.ts'
import type { PlaceTarget } from './place-tables.ts'
import type { TableTarget } from './table-targets.ts'
import type { When } from './years.ts'

/** The fact of one cell of a table of indicators. */
export const tableFact = (target: TableTarget, deadlines: readonly Mention[]): Fact => {
  const { proposal, value, column } = target
  const due = deadlines.find((d) => d.span.start >= column.span.start && d.span.end <= column.span.end)
  const mention = indicator(proposal, proposal.nameSpan, target.nature)
  const object: Target = {
    span: value.span,
    ...figureOf(proposal),
    ...(target.year === undefined ? {} : { year: target.year }),
    kind: target.kind,
    ...(target.nature ? { nature: target.nature } : {}),
    ...(due && target.kind === 'target' ? { due } : {}),
  }
  const evidence: readonly [Evidence, ...Evidence[]] = [
    { span: proposal.nameSpan, part: 'clause' },
    { span: value.span, part: 'clause' },
    { span: column.span, part: 'heading' },
  ]
  return fact(mention, object, evidence, proposal.rule)
}

type Settled = (place: Cell) => Mention

/** A row's place as found, or by its cell alone: what stands under 分区名称 is one, though nothing else says so. */
export const placeOfCell =
  (places: ReadonlyMap<number, Mention>): Settled =>
  (cell) => {
    const found = places.get(cell.span.start)
    if (found && found.span.end <= cell.span.end + 1) return found
    return {
      type: 'Place',
      span: cell.span,
      name: cell.text,
      aliases: [],
      attributes: {},
      rule: 'place-in-row',
    }
  }

/** The fact of one cell of a table whose rows are places. */
export const placeFact = (target: PlaceTarget, when: When | undefined, placeOf: Settled): Fact => {
  const { proposal, value, column, place, kind } = target
  const year = target.year ?? when?.year
  const due = target.year === undefined ? when?.due : undefined
  const object: Target = {
    span: value.span,
    ...figureOf(proposal),
    ...(year === undefined ? {} : { year }),
    kind: when?.past && target.year === undefined ? 'baseline' : kind,
    ...(place ? { place: placeOf(place) } : {}),
    ...(due && kind === 'target' ? { due } : {}),
  }
  const evidence: readonly [Evidence, ...Evidence[]] = [
    { span: value.span, part: 'clause' },
    ...(place ? [{ span: place.span, part: 'heading' as const }] : []),
    { span: column.span, part: 'heading' },
  ]
  return fact(indicator(proposal, column.span), object, evidence, proposal.rule)
}

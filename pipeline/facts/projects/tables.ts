import type { Phase } from '../../../graph/model.ts'
import type { Mention, Segment } from '../../records.ts'
import type { Columns } from '../table-columns.ts'
import type { Context } from './collect.ts'
import { part, type Slice, slice } from './slice.ts'
import { phaseOf, verbsAt } from './verbs.ts'

/** One row of a table of projects or tasks. */
export type RowReading = {
  readonly name: Slice
  readonly role: 'project' | 'task'
  readonly phase?: Phase
  readonly places: readonly Mention[]
  readonly due: readonly Mention[]
}

const cellOf = (row: Segment, index: number | undefined): Slice | undefined => {
  const span = index === undefined ? undefined : row.cells?.[index]
  if (!span || span.start === span.end) return undefined
  return part(slice(row.text.slice(span.start - row.span.start, span.end - row.span.start), span.start), 0)
}

/** What a row says of its project: name, phase, places and deadlines, each from its column. */
export const readRow = (row: Segment, columns: Columns, context: Context): RowReading | undefined => {
  const role = columns.has('project') ? 'project' : 'task'
  const name = cellOf(row, columns.get(role))
  if (!name || name.text.length < 3) return undefined
  const stage = cellOf(row, columns.get('phase'))
  const verbs = stage && verbsAt(stage.text, context.vocabulary)
  const stated = stage && context.vocabulary.trailing.find(({ word }) => stage.text.includes(word))?.phase
  const phase = (verbs && phaseOf(verbs.verbs)) ?? stated
  const places = (['unit', 'place'] as const).flatMap((role) => {
    const cell = cellOf(row, columns.get(role))
    return cell ? context.sites.within(cell) : []
  })
  const due = cellOf(row, columns.get('due'))
  return {
    name,
    role,
    ...(phase ? { phase } : {}),
    places,
    due: due
      ? context.named.deadlines.filter((each) => each.span.start >= due.start && each.span.end <= due.end)
      : [],
  }
}

/** The cells of a row, without white space, empty ones left out. */
export const cellsOf = (row: Segment): readonly Slice[] =>
  (row.cells ?? []).flatMap((_, index) => {
    const cell = cellOf(row, index)
    return cell ? [cell] : []
  })

import type { Phase } from '../../../graph/model.ts'
import type { Mention, Section, Segment } from '../../records.ts'
import type { Context } from './collect.ts'
import { part, type Slice, slice } from './slice.ts'
import { phaseOf, verbsAt } from './verbs.ts'

export type Role = 'project' | 'task' | 'place' | 'due' | 'phase'

/** Which column of a table says what; -1 stands for none. */
export type Columns = ReadonlyMap<Role, number>

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

const columnsOf = (row: Segment, roles: ReadonlyMap<string, Role>): Columns => {
  const columns = new Map<Role, number>()
  for (const [index, cell] of (row.cells ?? []).entries()) {
    const text = row.text.slice(cell.start - row.span.start, cell.end - row.span.start).replace(/\s/g, '')
    if (text.length > 12) continue
    for (const [word, role] of roles) if (text.includes(word) && !columns.has(role)) columns.set(role, index)
  }
  return columns
}

/** The columns of each table, from the first of its rows that heads a column of projects or tasks. */
export const tableColumns = (
  segments: readonly Segment[],
  roles: ReadonlyMap<string, Role>,
): ReadonlyMap<Section, { readonly columns: Columns; readonly header: Segment }> => {
  const found = new Map<Section, { columns: Columns; header: Segment }>()
  for (const segment of segments) {
    const table = segment.sections.findLast((section) => section.kind === 'table')
    if (segment.kind !== 'row' || !table || found.has(table)) continue
    const columns = columnsOf(segment, roles)
    if (columns.has('project') || columns.has('task')) found.set(table, { columns, header: segment })
  }
  return found
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
  const place = cellOf(row, columns.get('place'))
  const due = cellOf(row, columns.get('due'))
  return {
    name,
    role,
    ...(phase ? { phase } : {}),
    places: place ? context.sites.within(place) : [],
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

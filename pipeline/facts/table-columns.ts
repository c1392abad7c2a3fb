/** Which column of a table of projects or tasks says what, by its head (lexicons/project-columns.tsv). */
import type { Knowledge } from '../knowledge.ts'
import type { Section, Segment, Span } from '../records.ts'

export type Role = 'project' | 'task' | 'unit' | 'place' | 'due' | 'phase'

/** Which column of a table says what; a role without a column is left out. */
export type Columns = ReadonlyMap<Role, number>

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

/** What the words of heads stand for. */
export const columnRoles = (knowledge: Knowledge): ReadonlyMap<string, Role> =>
  new Map(knowledge.table('project-columns').map((row) => [row.word ?? '', row.role as Role] as const))

/** The cells below a head of one role, row by row, empty ones left out. */
export const cellsUnder = (
  segments: readonly Segment[],
  roles: ReadonlyMap<string, Role>,
  role: Role,
): ReadonlyMap<Segment, Span> => {
  const tables = tableColumns(segments, roles)
  const cells = new Map<Segment, Span>()
  for (const segment of segments) {
    const table = segment.sections.findLast((section) => section.kind === 'table')
    const known = table && tables.get(table)
    const index = known?.columns.get(role)
    const cell = known?.header === segment || index === undefined ? undefined : segment.cells?.[index]
    if (segment.kind === 'row' && cell && cell.end > cell.start) cells.set(segment, cell)
  }
  return cells
}

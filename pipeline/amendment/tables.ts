/** Tables of an amendment that set what was beside what is to be: 序号, 项目名称, 调整前, 调整后, 备注. Offsets are UTF-16. */
import { structure } from '../document/structure.ts'
import type { PlanDocument, Section, Span } from '../records.ts'
import { overlaps } from '../spans.ts'
import { headingKind } from './headings.ts'
import type { TermKind } from './terms.ts'

export type ColumnRole = 'serial' | 'name' | 'old' | 'new' | 'deed' | 'unit' | 'note' | 'other'

export type Column = {
  readonly role: ColumnRole
  readonly title: string
  /** Of old and new: what they tell, where the heading says so. */
  readonly kind?: TermKind
}

export type AdjustmentRow = Span & { readonly cells: readonly Span[] }

/** One table with its rows below their headings. */
export type AdjustmentTable = {
  /** From its first heading to its last row. */
  readonly span: Span
  readonly columns: readonly Column[]
  readonly rows: readonly AdjustmentRow[]
  readonly type: 'Project' | 'Indicator'
  /** Its rows are what goes: “取消项目清单”. */
  readonly isRemoving: boolean
}

const OLD = /^(?:原|调整前|变更前|修改前|更名前|修订前|现行)/
const NEW =
  /^(?:拟?(?:调整|变更|修改|更名|修订)(?:后|为)|更名为|现(?!状)|新(?=.{0,4}(?:名称|目标|时限|单位)))/
const DEED = /^(?:(?:调整|变更|修改|修订)(?:内容|事项|类型|类别|方式|情况|意见|要求)|处理(?:意见|方式))$/

const KINDS: readonly (readonly [RegExp, TermKind])[] = [
  [/名称|项目名|^更名[前后为]/, 'name'],
  [/(?:配合|参与|协助).{0,2}(?:单位|部门|主体)/, 'support'],
  [/(?:牵头|责任|主管).{0,2}(?:单位|部门|主体)/, 'lead'],
  [/时限|时间|期限|工期|节点/, 'due'],
  [/数量|座数|个数/, 'count'],
  [/目标|指标值|数值/, 'value'],
]

/** What a column holds, by its heading; undefined where that is not known. */
const columnOf = (heading: string): Column => {
  const title = heading.replace(/[\s　*]+/g, '')
  const kind = KINDS.find(([pattern]) => pattern.test(title))?.[1]
  const said = kind === undefined ? {} : { kind }
  if (/^(?:序号|编号)$/.test(title)) return { role: 'serial', title }
  if (NEW.test(title)) return { role: 'new', title, ...said }
  if (OLD.test(title)) return { role: 'old', title, ...said }
  // “2025年调整后目标值”
  const year = /^(?:到|至)?20\d{2}年?(?:底|末)?/.exec(title)?.[0] ?? ''
  if (year !== '' && NEW.test(title.slice(year.length))) return { role: 'new', title, ...said }
  if (year !== '' && OLD.test(title.slice(year.length))) return { role: 'old', title, ...said }
  if (DEED.test(title)) return { role: 'deed', title }
  if (/备注|原因|理由|依据|说明/.test(title)) return { role: 'note', title }
  if (/^(?:计量)?单位(?:[（(].*)?$/.test(title)) return { role: 'unit', title }
  if (/^(?:.{0,4}(?:项目|工程|指标|任务|事项))?名称$|^.{0,4}(?:项目|工程|指标)$/.test(title))
    return { role: 'name', title }
  return { role: 'other', title }
}

/** Whether columns make a table of adjustments: a thing, and what becomes of it. */
const isAdjusting = (columns: readonly Column[]): boolean => {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role)
  const isNamed = has('name') || columns.some(({ role, kind }) => role === 'old' && kind === 'name')
  // Without a name nobody can tell of what: its rows are to be looked at.
  return isNamed ? has('new') || has('deed') : has('new') && has('old')
}

/** Names, and nothing of what becomes of them. */
const isListing = (columns: readonly Column[]): boolean =>
  columns.length > 1 &&
  columns.some(({ role }) => role === 'name') &&
  !columns.some(({ role }) => role === 'new' || role === 'deed')

/** Whether the headings right above a table, or a column of its own, say that what it lists goes. */
const isBelowRemoval = (before: string, columns: readonly Column[]): boolean => {
  if (columns.some(({ title }) => /^(?:取消|删除|调出|终止)(?:原因|理由|依据)$/.test(title))) return true
  const lines = before.split('\n').filter((line) => line.trim() !== '')
  const [last, above] = lines
    .slice(-2)
    .reverse()
    .map((line) => headingKind(line.trim()))
  return last === 'remove' || (last === 'other' && above === 'remove')
}

type Row = { readonly span: Span; readonly cells: readonly Span[] }

const rowsOf = (section: Section): readonly Row[] =>
  section.kind === 'row'
    ? [{ span: section.span, cells: section.cells ?? [] }]
    : section.children.flatMap(rowsOf)

/** Rows of the document's tables, and lines that tabs or bars divide, where a heading and one row make none. */
const allRows = (text: string): readonly Row[] => {
  const document: PlanDocument = {
    text,
    format: 'md',
    encoding: 'utf-8',
    sha256: '',
    textSha256: '',
    notes: [],
  }
  const known = rowsOf(structure(document))
  const lines = [...text.matchAll(/[^\n]+/g)].flatMap((match): readonly Row[] => {
    const span = { start: match.index, end: match.index + match[0].length }
    const isTabbed = /\S[^\S\t]*\t/.test(match[0])
    const isDivided = isTabbed || /\S\s*[|｜]\s*\S/.test(match[0])
    return isDivided && (isTabbed || !known.some((row) => overlaps(row.span, span)))
      ? [{ span, cells: cellsOf(match[0], span.start) }]
      : []
  })
  // A tab before the first word is an empty cell, which a heading's second row has.
  const rest = known.filter((row) => !lines.some((line) => overlaps(line.span, row.span)))
  return [...rest, ...lines].toSorted((one, other) => one.span.start - other.span.start)
}

const cellsOf = (line: string, start: number): readonly Span[] =>
  [...line.matchAll(/(?<=^|[\t|｜])[^\t|｜]*/g)].map((cell) => {
    const at = start + cell.index + cell[0].length - cell[0].trimStart().length
    return { start: at, end: at + cell[0].trim().length }
  })

const isSide = (column: Column | undefined): boolean => column?.role === 'old' || column?.role === 'new'

/** Headings of a second row, each with what stands above it or above an empty cell to its left. */
const under = (heads: readonly Column[], own: readonly Column[]): readonly Column[] => {
  let above = ''
  return own.map((column, at) => {
    above = heads[at]?.title || above
    return isSide(column) ? columnOf(`${column.title}${above}`) : columnOf(heads[at]?.title ?? '')
  })
}

/** The tables of adjustments in a text, in its order. */
export const adjustmentTables = (text: string): readonly AdjustmentTable[] => {
  const tables: AdjustmentTable[] = []
  let open: AdjustmentTable | undefined
  const close = () => {
    if (open) tables.push(open)
    open = undefined
  }
  let after = 0
  // “完成时限” above “调整前” and “调整后”
  let heads: readonly Column[] = []
  for (const row of allRows(text)) {
    const { cells } = row
    const words = (cell: Span): string => text.slice(cell.start, cell.end)
    const own = cells.map((cell) => columnOf(words(cell)))
    const isSecond = heads.length > 0 && cells.every((cell, at) => words(cell) === '' || isSide(own[at]))
    const columns = isSecond ? under(heads, own) : own
    heads = isSecond ? [] : own.some(({ role }) => role === 'name') ? own : []
    // A new paragraph between two rows ends the table.
    if (open && /\S/.test(text.slice(after, row.span.start).replace(/[-|:\s]/g, ''))) close()
    after = row.span.end
    const isRemoving = isListing(columns) && isBelowRemoval(text.slice(0, row.span.start), columns)
    if (isAdjusting(columns) || isRemoving) {
      close()
      const isIndicator = columns.some(({ title }) => /指标|目标值/.test(title))
      const type = isIndicator ? 'Indicator' : 'Project'
      open = { span: row.span, columns, rows: [], type, isRemoving }
    } else if (open) {
      const isRule = cells.every((cell) => /^[-:\s]*$/.test(words(cell)))
      const rows = isRule ? open.rows : [...open.rows, { ...row.span, cells }]
      open = { ...open, span: { start: open.span.start, end: row.span.end }, rows }
    }
  }
  close()
  return tables
}

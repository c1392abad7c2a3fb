/** Tables of towns: what each is for, and which class it stands in. */
import type { Fact, Mention, Section, Segment, Span } from '../../records.ts'
import { levelMention } from './levels.ts'
import type { Line } from './line.ts'

const inside = (mention: Mention, cell: Span): boolean =>
  mention.span.start >= cell.start && mention.span.end <= cell.end

const tableOf = (segment: Segment): Section | undefined =>
  segment.sections.find((section) => section.kind === 'table')

type Columns = { readonly header: readonly Span[]; readonly purpose: number; readonly group: number }

const functionHeader = /功能|职能/
const typeHeader = /城镇功能|职能类型|功能类型|功能分类|类型|主导功能/
const groupHeader = /范围|等级|级别|层级|类别/

const columnsOf = (text: string, header: readonly Span[]): Columns | undefined => {
  const titles = header.map((cell) => text.slice(cell.start, cell.end))
  if (!titles.some((title) => functionHeader.test(title))) return undefined
  const typed = titles.findIndex((title) => typeHeader.test(title))
  return {
    header,
    purpose: typed >= 0 ? typed : titles.findIndex((title) => functionHeader.test(title)),
    group: titles.findIndex((title) => groupHeader.test(title)),
  }
}

const functionMention = (text: string, cell: Span): Mention => ({
  type: 'Function',
  span: cell,
  name: text.slice(cell.start, cell.end).replace(/\s+/g, ''),
  aliases: [],
  attributes: {},
  rule: 'function-cell',
})

/** A merged cell's words once, though they were written twice: 一般乡镇⏎一般乡镇. */
const groupOf = (text: string, cell: Span): Mention | undefined => {
  const words = text.slice(cell.start, cell.end)
  const name = words.split('\n')[0]?.trim()
  if (!name) return undefined
  const start = cell.start + words.indexOf(name)
  return levelMention(name, start, start + name.length)
}

const rowFacts = (
  text: string,
  line: Line,
  cells: readonly Span[],
  columns: Columns,
  group: Mention | undefined,
): readonly Fact[] => {
  const purpose = cells[columns.purpose]
  const named = line.mentions.filter((mention) =>
    cells.some((cell) => mention.span.start === cell.start && mention.span.end === cell.end),
  )
  const place = named[0]
  if (!place || named.length > 2) return []
  const heading = columns.header[columns.purpose]
  const facts: Fact[] = []
  if (purpose && purpose.end > purpose.start && heading)
    facts.push({
      predicate: 'HAS_FUNCTION',
      subject: place,
      object: functionMention(text, purpose),
      evidence: [
        { span: { start: place.span.start, end: purpose.end }, part: 'clause' },
        { span: heading, part: 'heading' },
      ],
      rule: 'function-table',
      basis: 'stated',
    })
  if (group && !inside(place, group.span))
    facts.push({
      predicate: 'HAS_LEVEL',
      subject: place,
      object: group,
      evidence: [
        { span: place.span, part: 'clause' },
        { span: group.span, part: 'heading' },
      ],
      rule: 'level-table',
      basis: 'inherited',
    })
  return facts
}

/** HAS_FUNCTION and HAS_LEVEL from tables with a 功能 column; a merged cell's group carries down to the rows under it. */
export const tableFacts = (text: string, lines: readonly Line[]): readonly Fact[] => {
  const facts: Fact[] = []
  let table: Section | undefined
  let columns: Columns | undefined
  let group: Mention | undefined
  for (const line of lines) {
    const cells = line.segment.cells
    if (line.segment.kind !== 'row' || !cells) continue
    if (tableOf(line.segment) !== table) {
      table = tableOf(line.segment)
      columns = undefined
      group = undefined
    }
    if (!columns) {
      columns = columnsOf(text, cells)
      continue
    }
    const cell = columns.group >= 0 ? cells[columns.group] : undefined
    if (cell && cell.end > cell.start) group = groupOf(text, cell)
    facts.push(...rowFacts(text, line, cells, columns, group))
  }
  return facts
}

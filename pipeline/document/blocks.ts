/** Lines gathered to blocks: headings, tables, notices, paragraphs. Blocks tile the text. */
import type { PlanDocument, Span } from '../records.ts'
import { breakLines } from './breaks.ts'
import { contentsLines } from './contents.ts'
import { type Heading, headingStyles, readBareHeading, readHeading, readItem } from './headings.ts'
import { type Line, readLines, trimmed } from './lines.ts'
import { isCaption } from './table-head.ts'
import { type Table, type TableRow, tableAt } from './tables.ts'

type Common = { readonly span: Span; readonly gap: number; readonly quoted: boolean }

export type Block = Common &
  (
    | { readonly type: 'heading'; readonly heading: Heading }
    | { readonly type: 'table'; readonly rows: readonly TableRow[]; readonly title?: Span }
    | { readonly type: 'notice'; readonly content: Span }
    | {
        readonly type: 'paragraph'
        readonly content: Span
        /** Numbered but no heading: an item of a list. */
        readonly item?: Heading
        /** Title of a paragraph that runs on: 甲溪镇 in “甲溪镇。位于…”. */
        readonly title?: Span
      }
  )

export const readBlocks = (document: Pick<PlanDocument, 'text' | 'format'>): readonly Block[] => {
  const lines = breakLines(document.text, readLines(document))
  const contents = contentsLines(lines)
  const blocks: Block[] = []
  let noticed = false
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as Line
    const table = line.mark === 'matter' ? undefined : tableAt(lines, index)
    if (table) {
      pushTable(document.text, blocks, lines, table)
      index = table.to
      continue
    }
    const block: Block = contents.has(index)
      ? { ...common(line), type: 'notice', content: line.content }
      : toBlock(document.text, lines, index)
    // What follows “抄送：” goes on with it; what follows a list of annexes is the plan itself.
    noticed = isClosing(line) || (noticed && block.type === 'paragraph')
    blocks.push(noticed ? { ...common(line), type: 'notice', content: line.content } : block)
    index++
  }
  return blocks
}

const common = (line: Line): Common => ({ span: line.span, gap: line.gap, quoted: line.quoted })

const toBlock = (text: string, lines: readonly Line[], index: number): Block => {
  const line = lines[index] as Line
  const base = { ...common(line), content: line.content }
  // Front matter and HTML say something about the text and are not its words.
  if (line.mark === 'matter' || line.mark === 'markup') return { ...base, type: 'notice' }
  if (isNotice(lines, index)) return { ...base, type: 'notice' }
  const heading = readHeading(line)
  if (heading && !isItem(lines, index, heading)) return { ...common(line), type: 'heading', heading }
  const bare = readBareHeading(line, lines[index + 1])
  if (bare) return { ...common(line), type: 'heading', heading: bare }
  const item = heading ?? readItem(line)
  const title = item ? undefined : runInTitle(text, line)
  return { ...base, type: 'paragraph', ...(item ? { item } : {}), ...(title ? { title } : {}) }
}

const isClosing = (line: Line): boolean => headingStyles().notices.some((pattern) => pattern.test(line.text))

/** “抄送：…”; “附件：1.甲表” and the “2.乙表” below it, which name what is annexed and are no headings. */
const isNotice = (lines: readonly Line[], index: number): boolean => {
  const line = lines[index] as Line
  if (isClosing(line)) return true
  const heading = readHeading(line)
  if (heading?.style === 'annex') return /《|^\d/.test(heading.title)
  if (heading?.style !== 'number' || (heading.value ?? 0) < 2) return false
  const first = index - (heading.value ?? 0) + 1
  return readHeading(lines[first] ?? line)?.style === 'annex' && isNotice(lines, first)
}

/** A numbered line with nothing of its own below it is an item of a list and no heading. */
const isItem = (lines: readonly Line[], index: number, heading: Heading): boolean => {
  if (heading.rank < 4 || heading.rank >= 9 || heading.rest.end > heading.rest.start) return false
  const isSibling = (line: Line | undefined, step: number): boolean => {
    const other = line && readHeading(line)
    return (
      other?.style === heading.style &&
      other.value === (heading.value ?? 0) + step &&
      other.rest.end === other.rest.start
    )
  }
  if (isSibling(lines[index + 1], 1) || isSibling(lines[index - 1], -1)) return true
  const next = lines[index + 1]
  const below = next && readHeading(next)
  return heading.rank >= 6 && (next === undefined || (below !== undefined && below.rank <= heading.rank))
}

const LONGEST_RUN_IN = 20

/** “大力发展旅游。建设…”, “基础设施：新建…”, “**铁路**→建设…”: the title of a paragraph that runs on behind it. */
const runInTitle = (text: string, line: Line): Span | undefined => {
  const bold = line.text.indexOf('**')
  const stop = bold > 0 ? bold : line.text.search(/[。：:；！？，]/)
  if (stop <= 0 || stop > LONGEST_RUN_IN || !/[。：:*]/.test(line.text[stop] ?? '')) return undefined
  if (line.text.slice(stop + 1).trim() === '') return undefined
  return trimmed(text, { start: line.content.start, end: line.content.start + stop })
}

/** A table's title is its caption, or the short line right above that says it is one. */
const pushTable = (text: string, blocks: Block[], lines: readonly Line[], table: Table): void => {
  const first = lines[table.from] as Line
  const span = { start: first.span.start, end: (lines[table.to - 1] as Line).span.end }
  const base = { ...common(first), type: 'table', span, rows: table.rows } as const
  const above = blocks.at(-1)
  if (table.caption) blocks.push({ ...base, title: table.caption })
  else if (
    above?.type === 'paragraph' &&
    !above.item &&
    isCaption(text.slice(above.content.start, above.content.end))
  ) {
    blocks.pop()
    blocks.push({ ...base, span: { ...span, start: above.span.start }, gap: above.gap, title: above.content })
  } else blocks.push(base)
}

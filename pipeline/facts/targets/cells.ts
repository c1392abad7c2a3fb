/** Lines and cells of a text, whatever drew the table: tabs, bars, or one cell a line. Offsets are into the whole text. */
import { isBarred } from '../../document/lines.ts'
import { spacedTable } from '../../document/spaced-table.ts'
import type { Span } from '../../records.ts'

export type Cell = { readonly text: string; readonly span: Span }
export type Line = { readonly span: Span; readonly cells: readonly Cell[] }

const trimmed = (text: string, start: number, end: number): Cell => {
  const raw = text.slice(start, end)
  const lead = /^[\s　>*]*/.exec(raw)?.[0].length ?? 0
  const bare = raw.slice(lead).replace(/[\s　*]+$/, '')
  return { text: bare, span: { start: start + lead, end: start + lead + bare.length } }
}

const split = (text: string, start: number, end: number, mark: RegExp): readonly Cell[] => {
  const cells: Cell[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(mark)) {
    cells.push(trimmed(text, from, start + match.index))
    from = start + match.index + match[0].length
  }
  return [...cells, trimmed(text, from, end)]
}

// “指    标” is one word spread over its cell
const TOKEN = /(?:[\u4e00-\u9fff]\s+(?=[\u4e00-\u9fff](?:\s|$)))+[\u4e00-\u9fff](?=\s|$)|\S+/g

/** The lines of a text with their cells: by bars, else by tabs inside the line, else the line is one cell. */
export const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = []
  let start = 0
  // The first row of a run of rows shows whether bars stand at their ends or only between cells.
  let barred = false
  // So with tabs: before the first word of a row they are empty cells where the first row has none there.
  let tabbed = ''
  const ledByTab = (raw: string): boolean => raw.startsWith('\t') && tabbed !== '' && !tabbed.startsWith('\t')
  let opening = ''
  for (const raw of text.split('\n')) {
    const end = start + raw.length
    const inner = raw.trim()
    // A text scraped to one line keeps the cells of its tables between spaces.
    if (raw.length > 150 && !inner.includes('\t') && !isBarred(inner) && inner.split(/\s+/).length > 10) {
      for (const match of raw.matchAll(TOKEN)) {
        const span = { start: start + match.index, end: start + match.index + match[0].length }
        lines.push({ span, cells: [{ text: match[0], span }] })
      }
      start = end + 1
      continue
    }
    const bars = isBarred(inner)
    const outer = bars && /^[|｜].*[|｜]$/.test(bars && !barred ? inner : opening)
    if (bars && !barred) opening = inner
    barred = bars
    tabbed = /\S\t+\S/.test(raw) ? tabbed || raw : ''
    const cells = bars
      ? split(text, start, end, /[|｜]/g).slice(outer ? 1 : 0, outer ? -1 : undefined)
      : /\S\t+\S/.test(raw)
        ? split(text, start + (ledByTab(raw) ? 0 : raw.length - raw.trimStart().length), end, /\t/g)
        : [trimmed(text, start, end)]
    lines.push({ span: { start, end }, cells })
    start = end + 1
  }
  return withSpaced(text, lines)
}

/** Lines whose cells nothing but blanks divide, as cells. */
const withSpaced = (text: string, lines: readonly Line[]): readonly Line[] => {
  const divided: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const table = spacedTable((index) => {
      const line = lines[index]
      const cell = line?.cells.length === 1 ? line.cells[0] : undefined
      return cell ? { text: cell.text, start: cell.span.start } : undefined
    }, at)
    for (const [row, cells] of (table?.rows ?? []).entries())
      divided.push({
        span: (lines[at + row] as Line).span,
        cells: cells.map((span) => ({ text: text.slice(span.start, span.end), span })),
      })
    if (table) at += table.count - 1
    else divided.push(lines[at] as Line)
  }
  return divided
}

/**
 * The document as lines, each with what the parser says of it. Lines tile the text: a blank line belongs to the line before it
 * (leading blank lines to the first), so whatever is built of whole lines loses no character.
 */
import type { PlanDocument, Span } from '../records.ts'
import { type Annotation, annotate, type LineMark } from './annotations.ts'

export type Line = {
  /** With its line end and the blank lines after it. */
  readonly span: Span
  /** Without surrounding white space and markup (`#`, `>`, `- `, `**`). */
  readonly content: Span
  readonly text: string
  /** Blank lines before it. */
  readonly gap: number
  /** Begins with a tab: a cell of a flattened table. */
  readonly tabbed: boolean
  readonly quoted: boolean
  readonly mark: LineMark
  /** Markdown heading depth, 1 to 6. */
  readonly depth?: number
  /** Cells of a Markdown row, or of a line whose cells are divided by tabs. */
  readonly cells?: readonly Span[]
}

export const readLines = (document: Pick<PlanDocument, 'text' | 'format'>): readonly Line[] => {
  const annotations = annotate(document)
  const lines: Line[] = []
  let start = 0
  let gap = 0
  const all = [...pieces(document.text)]
  for (const [index, piece] of all.entries()) {
    const last = lines.at(-1)
    if (last?.cells && isRule(document.text, piece)) {
      lines[lines.length - 1] = { ...last, span: { start: last.span.start, end: piece.end } }
    } else if (isBlank(document.text, piece) && !isEmptyCell(document.text, piece, all[index + 1])) {
      gap++
      if (last) lines[lines.length - 1] = { ...last, span: { start: last.span.start, end: piece.end } }
    } else {
      lines.push(
        toLine(
          document.text,
          { start: lines.length === 0 ? 0 : piece.start, end: piece.end },
          gap,
          annotations.get(index + 1),
        ),
      )
      gap = 0
    }
    start = piece.end
  }
  if (lines.length === 0 && start > 0) lines.push(toLine(document.text, { start: 0, end: start }, 0))
  return lines
}

/** “|---|:-:|” below the head of a Markdown table. */
const isRule = (text: string, piece: Span): boolean =>
  /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$/.test(text.slice(piece.start, piece.end))

/** White space alone, or the bare `>` between two quoted paragraphs. */
const isBlank = (text: string, piece: Span): boolean => /^[\s>]*$/.test(text.slice(piece.start, piece.end))

/** A line of a tab alone is an empty cell when the next line is a cell too. */
const isEmptyCell = (text: string, piece: Span, next: Span | undefined): boolean =>
  text.startsWith('\t', piece.start) && next !== undefined && text.startsWith('\t', next.start)

const pieces = function* (text: string): Generator<Span> {
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline + 1
    yield { start, end }
    start = end
  }
}

const toLine = (text: string, span: Span, gap: number, annotation: Annotation = {}): Line => {
  const content = contentOf(text, span)
  const cells = annotation.cells ?? dividedCells(text, content)
  return {
    span,
    content,
    text: text.slice(content.start, content.end),
    gap,
    tabbed: /^\n*[ ]*\t/.test(text.slice(span.start, content.start)),
    quoted: annotation.quoted ?? /^\s*>/.test(text.slice(span.start, span.end)),
    mark: annotation.mark ?? (cells ? 'row' : 'text'),
    ...(annotation.depth === undefined ? {} : { depth: annotation.depth }),
    ...(cells ? { cells } : {}),
  }
}

const LEAD = /^(?:\s|>|#{1,6}(?=\s)|[-*+](?=\s)|\*\*)*/
const TRAIL = /(?:\s|\*\*|#+(?=\s*$))*$/

const contentOf = (text: string, span: Span): Span => {
  const slice = text.slice(span.start, span.end)
  const lead = LEAD.exec(slice)?.[0].length ?? 0
  if (lead >= slice.length) {
    const start = span.start + (slice.length - slice.trimStart().length)
    return {
      start: Math.min(start, span.end),
      end: Math.max(Math.min(start, span.end), span.start + slice.trimEnd().length),
    }
  }
  const trail = TRAIL.exec(slice.slice(lead))?.[0].length ?? 0
  return { start: span.start + lead, end: span.end - trail }
}

/** “甲溪水厂 | 2025年 | 区水利局”: two bars at least, whether or not the row has them at its ends. */
export const isBarred = (row: string): boolean => /^[^|｜]*[|｜].*[|｜]/.test(row)

/** “甲溪水厂\t2025年\t区水利局”, “| 甲溪水厂 | 2025年 |”: tabs or bars within a line divide cells. */
const dividedCells = (text: string, content: Span): Span[] | undefined => {
  const slice = text.slice(content.start, content.end)
  const barred = isBarred(slice)
  if (!barred && !slice.includes('\t')) return undefined
  const opens = barred && /^[|｜]/.test(slice)
  let start = opens ? content.start + 1 : content.start
  const closes = opens && /[|｜]$/.test(slice)
  return slice
    .slice(start - content.start, closes ? -1 : undefined)
    .split(barred ? /[|｜]/ : '\t')
    .map((cell) => {
      const span = trimmed(text, { start, end: start + cell.length })
      start += cell.length + 1
      return span
    })
}

/** The span without surrounding white space; of blank text, the empty span at its start. */
export const trimmed = (text: string, span: Span): Span => {
  const slice = text.slice(span.start, span.end)
  const start = span.start + slice.length - slice.trimStart().length
  return slice.trim() === ''
    ? { start: span.start, end: span.start }
    : { start, end: span.start + slice.trimEnd().length }
}

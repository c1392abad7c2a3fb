/**
 * Headings run into a line get lines of their own: “…取得成效。第二节 面临形势 当前…”. In a text scraped to a few very long lines
 * the blanks behind sentences, around headings and between the cells of tables are its line ends.
 */
import type { Span } from '../records.ts'
import { closeCuts } from './close-headings.ts'
import type { Line } from './lines.ts'
import { trimmed } from './lines.ts'
import { titledCuts } from './titled-items.ts'

/** “。第二节 面临形势 当前…”: behind a sentence's end or a blank; the title runs to the next blank, a box's also to its colon. */
const RUN_IN =
  /(?<=[。！？；”》）\s])(?:(?:第\s?[一二三四五六七八九十百]+\s?[篇编章节]|专栏\s?[一二三四五六七八九十\d]+(?:[-—.]\d+)?)[\s：:]+[^\s。；！？，]{2,40}(?=\s|$)|专栏\s?[一二三四五六七八九十\d]+(?:[-—.]\d+)?[\s：:]+[^\s。；！？，：:]{2,40}[：:](?=\S))/g
/** The same at a line's very beginning. */
const OPENING = new RegExp(`^${RUN_IN.source.slice(RUN_IN.source.indexOf('(?:'))}`)

/** “。（一）主要目标。到…”, “。二、重点任务 ”: finer headings, looked for in very long lines only. */
const FINER =
  /(?<=[。！？；”》）\s])(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[．.、](?!\d)|附[件表]\s?\d{1,2}\s)/g
const VERY_LONG = 1500
/** A line with so many cuts around headings of chapters is scraped too, however short. */
const MANY_CUTS = 4

/** Splits lines at the headings run into them. The new lines tile the old. */
export const breakLines = (text: string, lines: readonly Line[]): readonly Line[] =>
  lines.flatMap((line) => (line.mark === 'text' ? breakLine(text, line) : [line]))

const breakLine = (text: string, line: Line): readonly Line[] => {
  const inner = headingCuts(line.text)
  if (line.text.length > VERY_LONG || inner.size >= MANY_CUTS)
    for (const cut of blankCuts(line.text, inner)) inner.add(cut)
  else for (const cut of titledCuts(line.text)) inner.add(cut)
  const cuts = [...inner]
    .map((cut) => line.content.start + cut)
    .filter((cut) => cut > line.content.start && cut < line.content.end)
  if (cuts.length === 0) return [line]
  const bounds = [line.span.start, ...cuts.sort((a, b) => a - b), line.span.end]
  return bounds
    .slice(0, -1)
    .map((start, index) => part(text, line, { start, end: bounds[index + 1] as number }))
}

const part = (text: string, line: Line, span: Span): Line => {
  const first = span.start === line.span.start
  const start = Math.max(span.start, line.content.start)
  const content = trimmed(text, { start, end: Math.max(start, Math.min(span.end, line.content.end)) })
  return {
    ...line,
    span,
    content,
    text: text.slice(content.start, content.end),
    gap: first ? line.gap : 0,
    tabbed: first && line.tabbed,
  }
}

/** Offsets in `text` where a heading begins and where it ends. */
const headingCuts = (text: string): Set<number> => {
  const cuts = new Set<number>()
  const opening = OPENING.exec(text)?.[0]
  if (opening) cuts.add(opening.length)
  for (const found of text.matchAll(RUN_IN)) cuts.add(found.index).add(found.index + found[0].length)
  if (cuts.size === 0) for (const cut of closeCuts(text)) cuts.add(cut)
  return cuts
}

/** In a very long line: behind sentences, around finer headings, between cells. `cuts` are those of headings. */
const blankCuts = (text: string, cuts: ReadonlySet<number>): readonly number[] => {
  const finer = [...text.matchAll(FINER)].map((found) => found.index)
  const sorted = [0, ...[...cuts, ...finer].sort((a, b) => a - b), text.length]
  const ranges = sorted.slice(0, -1).map((start, index) => ({ start, end: sorted[index + 1] as number }))
  return [
    ...finer,
    ...ranges.flatMap((range) => (isHeadingLine(text, range, cuts) ? [] : blanksIn(text, range))),
  ]
}

const isHeadingLine = (text: string, range: Span, cuts: ReadonlySet<number>): boolean =>
  cuts.has(range.end) && /^(?:第|专栏)/.test(text.slice(range.start, range.start + 2))

const blanksIn = (text: string, range: Span): readonly number[] => {
  const pieces = piecesOf(text, range)
  const cells = cellRuns(text, pieces)
  return pieces.slice(1).flatMap((piece, index): number[] => {
    const before = text.slice(pieces[index]?.start, pieces[index]?.end)
    const breaks =
      /[。！？；：]$/.test(before) ||
      cells.has(index) ||
      cells.has(index + 1) ||
      (index === 0 && isTitle(before))
    return breaks ? [piece.start] : []
  })
}

const piecesOf = (text: string, range: Span): readonly Span[] =>
  [...text.slice(range.start, range.end).matchAll(/\S+/g)].map((found) => ({
    start: range.start + found.index,
    end: range.start + found.index + found[0].length,
  }))

/** “二、重点任务 以…”: a numbered piece without a sentence's signs is a heading on its own line. */
const isTitle = (piece: string): boolean =>
  /^附[件表]\d{0,2}$/.test(piece) ||
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[．.、])[^。；，]{2,40}$/.test(
    piece,
  )

const FEWEST_CELLS = 8
const LONGEST_CELL = 80

/** Numbers of the pieces that are cells: many short pieces on end without a sentence's signs, a running 1 and 2 among them. */
const cellRuns = (text: string, pieces: readonly Span[]): ReadonlySet<number> => {
  const cells = new Set<number>()
  let run: number[] = []
  const settle = (): void => {
    const words = run.map((index) => text.slice(pieces[index]?.start, pieces[index]?.end))
    if (run.length >= FEWEST_CELLS && words.indexOf('2') > words.indexOf('1') && words.includes('1'))
      for (const index of run) cells.add(index)
    run = []
  }
  for (const [index, piece] of pieces.entries()) {
    const word = text.slice(piece.start, piece.end)
    // A cell may be a sentence (“扩建甲溪水厂。 区水利局 2025年”), but a run of cells does not begin with one.
    if (
      word.length <= LONGEST_CELL &&
      !/[。！？]./.test(word) &&
      (run.length >= 4 || !/[。！？]$/.test(word))
    )
      run.push(index)
    else settle()
  }
  settle()
  return cells
}

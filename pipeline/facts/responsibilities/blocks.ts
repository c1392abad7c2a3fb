/**
 * Paragraph-like blocks of segments: what a duty note can stand at the end of.
 * Spans are UTF-16 code units into the document's text.
 */
import type { Reading, Section, Segment, Span } from '../../records.ts'

export type Block = {
  readonly span: Span
  readonly kind: 'text' | 'heading' | 'row'
  readonly leaf: Section | undefined
  readonly segments: readonly Segment[]
  /** Style of the item number it opens with, if any: `1.`, `（一）`. */
  readonly marker?: string
}

/** Item numbers, each with a style: items of one list share it. */
const MARKERS: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:#+\s*)?(?:\*\*)?[（(][一二三四五六七八九十百]+[）)]\s*/, '（一）'],
  [/^\s*(?:#+\s*)?(?:\*\*)?[一二三四五六七八九十百]+[、．.]\s*/, '一、'],
  [/^\s*(?:#+\s*)?(?:\*\*)?[（(]\d{1,3}[）)]\s*/, '（1）'],
  [/^\s*(?:#+\s*)?(?:\*\*)?\d{1,3}\s*[.．、](?!\d)\s*/, '1.'],
  [/^\s*(?:#+\s*)?(?:\*\*)?[①-⑳]\s*/, '①'],
  [/^\s*(?:#+\s*)?(?:\*\*)?第[一二三四五六七八九十百]+[条项]\s*/, '第一条'],
]

/** The item number that opens a text: its style and its length in UTF-16 code units. */
export const markerOf = (text: string): { readonly style: string; readonly length: number } | undefined => {
  for (const [pattern, style] of MARKERS) {
    const match = pattern.exec(text)
    if (match) return { style, length: match[0].length }
  }
  return undefined
}

const CLOSES = /[。；;！？!?：:）)\]】]\s*$/

/** 责任单位：, 甲局、 and what is on the lines below. */
const runsOn = (opening: Segment, before: Segment, after: Segment, label: RegExp): boolean =>
  before.kind === 'sentence' &&
  after.kind === 'sentence' &&
  /[：:、]\s*$/.test(before.text) &&
  label.test(opening.text) &&
  !label.test(after.text) &&
  markerOf(after.text) === undefined

const breaks = (
  reading: Reading,
  open: readonly Segment[],
  before: Segment,
  after: Segment,
  label: RegExp,
): boolean => {
  if (runsOn(open[0] ?? before, before, after, label)) return false
  const leaf = before.sections.at(-1)
  if (leaf !== after.sections.at(-1) || before.kind !== 'sentence' || after.kind !== 'sentence') return true
  const between = reading.document.text.slice(before.span.end, after.span.start)
  const newline = between.includes('\n') || before.text.endsWith('\n') || after.text.startsWith('\n')
  if (!newline) return false
  return (
    CLOSES.test(before.text) ||
    markerOf(after.text.trimStart()) !== undefined ||
    label.test(after.text.trimStart())
  )
}

const blockOf = (segments: readonly Segment[]): Block => {
  const first = segments[0] as Segment
  const last = segments[segments.length - 1] as Segment
  const marker = markerOf(first.text)?.style
  return {
    span: { start: first.span.start, end: last.span.end },
    kind: first.kind === 'sentence' ? 'text' : first.kind,
    leaf: first.sections.at(-1),
    segments,
    ...(marker === undefined ? {} : { marker }),
  }
}

/**
 * Groups a reading's segments into blocks, in order, none left out. A line break starts a new block when the line
 * before it is finished or the next one opens an item or a label (`label` matches at a text's start).
 */
export const blocksOf = (reading: Reading, label: RegExp): readonly Block[] => {
  const blocks: Block[] = []
  let open: Segment[] = []
  for (const segment of reading.segments) {
    const before = open[open.length - 1]
    if (before && breaks(reading, open, before, segment, label)) {
      blocks.push(blockOf(open))
      open = []
    }
    open.push(segment)
  }
  if (open.length > 0) blocks.push(blockOf(open))
  return blocks
}

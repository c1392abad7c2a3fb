/** A segment together with the places that it names, and how one reads between them. */
import type { Evidence, Fact, Mention, Segment, Span } from '../../records.ts'

export type Line = { readonly segment: Segment; readonly mentions: readonly Mention[] }

const trimmed = (text: string, span: Span): Span => {
  const words = text.slice(span.start, span.end)
  const start = span.start + words.length - words.trimStart().length
  return { start, end: Math.max(start, span.start + words.trimEnd().length) }
}

/** The words of the line between two document offsets (UTF-16). */
export const between = (line: Line, start: number, end: number): string =>
  line.segment.text.slice(start - line.segment.span.start, end - line.segment.span.start)

/** The stretch of one line that covers all the given mentions. */
export const clauseOver = (line: Line, mentions: readonly Mention[]): Evidence => {
  const start = Math.min(...mentions.map((mention) => mention.span.start))
  const end = Math.max(...mentions.map((mention) => mention.span.end))
  const text = line.segment.text
  const offset = line.segment.span.start
  const span = trimmed(text, { start: start - offset, end: end - offset })
  return { span: { start: span.start + offset, end: span.end + offset }, part: 'clause' }
}

/** The run of mentions from `index` on that a list joins: 、和及与 and nothing else between them. */
export const listFrom = (line: Line, index: number): readonly Mention[] => {
  const run: Mention[] = []
  for (let at = index; at < line.mentions.length; at++) {
    const mention = line.mentions[at] as Mention
    const before = run[run.length - 1]
    if (
      before &&
      !/^(?:镇|乡|街道|\d+个[^，。；、]{0,6})?[、和及与—]$/.test(
        between(line, before.span.end, mention.span.start),
      )
    )
      break
    run.push(mention)
  }
  return run
}

/** The run of mentions that ends with `index`. */
export const listTo = (line: Line, index: number): readonly Mention[] => {
  let first = index
  while (first > 0 && listFrom(line, first - 1).length > 1) first--
  return line.mentions.slice(first, index + 1)
}

/** One PART_OF fact; `lead` is the heading that gave one of its ends. */
export const partOf = (line: Line, part: Mention, whole: Mention, rule: string, lead?: Mention): Fact => {
  const here = line.mentions.filter((mention) => mention === part || mention === whole)
  const clause = clauseOver(line, here.length > 0 ? here : [part])
  return {
    predicate: 'PART_OF',
    subject: part,
    object: whole,
    evidence: lead ? [clause, { span: lead.span, part: 'heading' }] : [clause],
    rule,
    basis: lead ? 'inherited' : 'stated',
    ...(lead ? { confidence: 0.8 } : {}),
  }
}

/** What became of every sentence: understood, exhortation by a named rule, or not understood. Spans are UTF-16 code units. */
import type { Reading, Segment, Span } from '../../records.ts'

export type CoverageItem = {
  readonly span: Span
  readonly status: 'understood' | 'exhortation' | 'not understood'
  /** Why: what the sentence gave, or the rule that says it states nothing. */
  readonly rule?: string
}

export type Coverage = {
  readonly sentences: number
  readonly understood: number
  readonly exhortation: number
  readonly notUnderstood: number
  readonly items: readonly CoverageItem[]
}

/** Evidence by place: which sentences some fact was read from. */
export type Evidenced = (span: Span) => string | undefined

export const evidenceIndex = (
  spans: readonly { readonly span: Span; readonly rule: string }[],
): Evidenced => {
  const sorted = [...spans].sort((a, b) => a.span.start - b.span.start)
  const longest = sorted.reduce((most, { span }) => Math.max(most, span.end - span.start), 0)
  return (wanted) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.span.start ?? 0) < wanted.start - longest) low = middle + 1
      else high = middle
    }
    for (let at = low; at < sorted.length; at += 1) {
      const item = sorted[at]
      if (!item || item.span.start >= wanted.end) return undefined
      if (item.span.end > wanted.start) return item.rule
    }
    return undefined
  }
}

/** Sentences and rows count; heading lines, and pieces without a word, do not. */
const counts = (segment: Segment): boolean =>
  segment.kind !== 'heading' && /[\u4e00-\u9fa5]{2}/.test(segment.text)

/** Accounts for every sentence and row of a reading. */
export const coverageOf = (
  reading: Reading,
  evidenced: Evidenced,
  exhortation: (segment: Segment) => string | undefined,
): Coverage => {
  const items = reading.segments.filter(counts).map((segment): CoverageItem => {
    const gave = evidenced(segment.span)
    if (gave !== undefined) return { span: segment.span, status: 'understood', rule: gave }
    const rule = exhortation(segment)
    return rule === undefined
      ? { span: segment.span, status: 'not understood' }
      : { span: segment.span, status: 'exhortation', rule }
  })
  const count = (status: CoverageItem['status']) => items.filter((item) => item.status === status).length
  return {
    sentences: items.length,
    understood: count('understood'),
    exhortation: count('exhortation'),
    notUnderstood: count('not understood'),
    items,
  }
}

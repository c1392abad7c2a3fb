/** Commitments of the sentences that no duty note governs. */
import type { Reading, Segment, Span } from '../../records.ts'
import type { CommitmentWords } from './commitment-words.ts'
import { clausesOf, firstVerb, hasFirmClause, type Known, tidy } from './commitments.ts'

const SHORTEST = 4

/** 为…，制定本方案: that the plan is made is no undertaking of the plan. */
const PREAMBLE = 'preamble'

/**
 * The spans by which sentences undertake something: clauses with a verb of commitment or a project, outside of what tells
 * what was (`reported`), of exhortation and of labels with a date or name behind them (`isLabelOnly`).
 */
export const freeSpans = (
  reading: Reading,
  free: readonly Segment[],
  words: CommitmentWords,
  known: Known,
  isAnchored: (span: Span) => boolean,
  isLabelOnly: (text: string) => boolean,
): readonly Span[] =>
  free.flatMap((segment) => {
    const rule = words.exhortation(segment.text.trim(), isAnchored(segment.span), 'first')
    if (rule === PREAMBLE || (rule !== undefined && !hasFirmClause(segment.text, words))) return []
    return clausesOf(segment)
      .map((clause) => tidy(reading, clause))
      .filter((span) => {
        const own = reading.document.text.slice(span.start, span.end)
        const verb = isLabelOnly(own) ? undefined : firstVerb(own, words)
        return (verb || known.projects(span).length > 0) && span.end - span.start >= SHORTEST
      })
  })

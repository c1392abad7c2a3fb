/** Commitments of the sentences that no duty note governs. */
import type { Reading, Segment, Span } from '../../records.ts'
import type { CommitmentWords } from './commitment-words.ts'
import { clausesOf, firstVerb, hasFirmClause, type Known, tidy } from './commitments.ts'

const SHORTEST = 4

/** 收入增速高于全市平均水平, 水质不低于上游: a quantity bound by another, without a figure. */
const COMPARED =
  /^[^，。；]{2,20}(?:率|增速|增长|收入|指数|比重|水平|浓度|水质|强度|投资|规模|产值)(?:持续|始终|总体|均|稳步|力争)*(?:高于|快于|不低于|优于|不劣于|低于|不高于|达到或优于|赶上|超过)(?!\d|[^，。；]{0,3}\d)[^，。；]{2,}/

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
        return (
          (verb || known.projects(span).length > 0 || COMPARED.test(own)) && span.end - span.start >= SHORTEST
        )
      })
  })

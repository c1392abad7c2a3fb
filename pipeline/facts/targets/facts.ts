/** A figure and the name it was found under as a fact of the graph. */
import type { Evidence, Fact, Mention, Span, Target } from '../../records.ts'
import type { Proposal } from './proposal.ts'

/** The indicator that a proposal names. */
export const indicator = (proposal: Proposal, span: Span, nature?: string): Mention => ({
  type: 'Indicator',
  span,
  name: proposal.name,
  aliases: proposal.aliases,
  attributes: { unit: proposal.unit, ...(nature ? { nature } : {}) },
  rule: proposal.rule,
})

/** What a proposal says of the number itself. */
export const figureOf = (proposal: Proposal) => ({
  value: proposal.value,
  ...(proposal.max === undefined ? {} : { max: proposal.max }),
  comparator: proposal.comparator,
  unit: proposal.unit,
})

/** A span in the offsets of another text. */
export const moved = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by })

/** One figure for one indicator; inherited where a heading gives part of it. */
export const fact = (
  subject: Mention,
  object: Target,
  evidence: readonly [Evidence, ...Evidence[]],
  rule: string,
): Fact => ({
  predicate: 'HAS_TARGET',
  subject,
  object,
  evidence,
  rule,
  basis: evidence.some((e) => e.part === 'heading') ? 'inherited' : 'stated',
})

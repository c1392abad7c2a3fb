/** Evidence with its quote, in code points, inside the section it points to. */
import type { EvidenceRecord } from '../../../graph/model.ts'
import type { Evidence, Mention, Segment, Span } from '../../records.ts'
import { type SectionIndex, trim } from './sections.ts'

export type Quoting = {
  readonly text: string
  readonly sections: SectionIndex
  readonly toCodePoint: (offset: number) => number
  readonly segmentAt: (offset: number) => Segment | undefined
}

/** The records of one piece of evidence: one, or one a section where the quote crosses from one outermost section to the next. */
export const quote = ({ span, part }: Evidence, quoting: Quoting): readonly EvidenceRecord[] => {
  const { text, sections, toCodePoint } = quoting
  const whole = trim(span, text)
  const pieces = sections.holding(whole) === undefined ? sections.pieces(whole) : [whole]
  return pieces.map((piece) => ({
    section: sections.holding(piece) ?? '',
    start: toCodePoint(piece.start),
    end: toCodePoint(piece.end),
    quote: text.slice(piece.start, piece.end),
    part,
  }))
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/**
 * The clause, and where the mention stands outside of it, the words that lend it: the whole heading or table header,
 * or, within the same sentence, the mention itself.
 */
export const clauseAndMention = (
  clause: readonly Evidence[],
  mention: Mention,
  { segmentAt }: Pick<Quoting, 'segmentAt'>,
): { readonly evidence: readonly Evidence[]; readonly isInherited: boolean } => {
  if (clause.some(({ span }) => holds(span, mention.span))) {
    const own = clause.some(({ span, part }) => part === 'clause' && holds(span, mention.span))
    return { evidence: clause, isInherited: !own }
  }
  const segment = segmentAt(mention.span.start)
  const isSameSentence = segment !== undefined && clause.some(({ span }) => holds(segment.span, span))
  const span = segment && !isSameSentence && segment.kind === 'heading' ? segment.span : mention.span
  const lent: Evidence = { span, part: isSameSentence ? 'clause' : 'heading' }
  return { evidence: [...clause, lent], isInherited: !isSameSentence }
}

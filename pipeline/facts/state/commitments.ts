/** Commitments as records, one a clause and revision. */
import type { CommitmentRecord } from '../../../graph/model.ts'
import type { Commitment, Span } from '../../records.ts'
import { nameKey } from '../resolve/name-key.ts'
import type { Quoting } from './evidence.ts'
import { contentHash } from './hash.ts'
import { trim } from './sections.ts'

export type StatedCommitment = {
  readonly record: CommitmentRecord
  /** The same clause in another revision has the same key, wherever it stands. */
  readonly key: string
  readonly commitment: Commitment
}

export type CommitmentIndex = {
  readonly all: readonly StatedCommitment[]
  readonly at: (span: Span) => StatedCommitment | undefined
}

const spanKey = ({ start, end }: Span): string => `${start}-${end}`

/** A clause that is written twice in one revision gets two keys, told apart by their order. */
export const stateCommitments = (
  commitments: readonly Commitment[],
  revisionKey: string,
  { text, sections, toCodePoint }: Quoting,
): CommitmentIndex => {
  const repeats = new Map<string, number>()
  const all = commitments.map((commitment): StatedCommitment => {
    const span = trim(commitment.span, text)
    const words = text.slice(span.start, span.end)
    const [start, end] = [toCodePoint(span.start), toCodePoint(span.end)]
    const digest = contentHash(nameKey(words))
    const repeat = repeats.get(digest) ?? 0
    repeats.set(digest, repeat + 1)
    return {
      record: {
        id: `commitment:${revisionKey}/${start}-${end}`,
        text: words,
        ...(commitment.phase && { phase: commitment.phase }),
        ...(commitment.strength && { strength: commitment.strength }),
        start,
        end,
        section: sections.holding(span) ?? sections.holding({ start: span.start, end: span.start }) ?? '',
      },
      key: repeat === 0 ? `commitment:${digest}` : `commitment:${digest}#${repeat + 1}`,
      commitment,
    }
  })
  const bySpan = new Map(all.map((stated) => [spanKey(stated.commitment.span), stated]))
  return { all, at: (span) => bySpan.get(spanKey(span)) }
}

/** The one overlap policy: the longest wins, then the earlier start, then the order of the rules. */
import type { Span } from '../records.ts'
import { overlaps } from '../spans.ts'

export type Contender = { readonly span: Span; readonly order: number; readonly find: string }
export type Contest<T> = {
  readonly won: readonly T[]
  readonly lost: readonly { readonly hit: T; readonly to: T }[]
}

const length = ({ start, end }: Span): number => end - start

/** Only hits that find the same compete: a Place inside a Project stays. Winners are in text order. */
export const settleOverlaps = <T extends Contender>(hits: readonly T[]): Contest<T> => {
  const ranked = [...hits].sort(
    (a, b) => length(b.span) - length(a.span) || a.span.start - b.span.start || a.order - b.order,
  )
  const won: T[] = []
  const lost: { hit: T; to: T }[] = []
  for (const hit of ranked) {
    const stronger = won.find((one) => one.find === hit.find && overlaps(one.span, hit.span))
    if (stronger) lost.push({ hit, to: stronger })
    else won.push(hit)
  }
  return { won: won.sort((a, b) => a.span.start - b.span.start || a.order - b.order), lost }
}

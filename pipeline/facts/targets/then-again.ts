/** Figures that go on about all the names of a group: “…分别达到4.5万元、2.1万元，分别增长4.8%和7.2%”. */
import type { Candidate } from './clauses.ts'
import type { Proposal } from './proposal.ts'
import { thenReached } from './respectively.ts'
import type { Words } from './words.ts'

/** As many figures as the group has, behind a 分别 that names nothing; what is said of the first binds all. */
export const thenAgain = (
  text: string,
  group: readonly Proposal[],
  rest: readonly Candidate[],
  words: Words,
): readonly Proposal[] => {
  const [first] = rest
  if (!first || !/分别/.test(text.slice(first.from, first.quantity.whole.start))) return []
  const { comparator } = first.quantity
  return thenReached(text, group, rest, words).map((proposal) => ({
    ...proposal,
    ...(comparator === 'change' && proposal.comparator === '=' ? { comparator } : {}),
    span: { start: first.from, end: proposal.span.end },
  }))
}

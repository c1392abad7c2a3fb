/** Figures that go on about all the names of a group: “…分别达到4.5万元、2.1万元，分别增长4.8%和7.2%”. */
import type { Candidate } from './clauses.ts'
import type { Proposal } from './proposal.ts'
import { thenReached } from './respectively.ts'
import type { Words } from './words.ts'

/** “接待游客1850万人次、旅游花费110亿元，分别增长23%、31%”: the figures go on about the last ones measured, in their order. */
export const thenEach = (
  text: string,
  before: readonly Proposal[],
  rest: readonly Candidate[],
  words: Words,
): readonly Proposal[] => {
  const run = rest.findIndex((candidate, i) => i > 0 && !candidate.joined)
  const count = run < 0 ? rest.length : run
  const group = before.slice(-count)
  const fresh = new Set(group.map(({ name }) => name)).size === count
  return count > 1 && group.length === count && fresh ? thenAgain(text, group, rest, words) : []
}

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

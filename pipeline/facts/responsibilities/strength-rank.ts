/** How far a word binds: the order in which a comparison of revisions calls a verb weakened or strengthened. */
import type { Knowledge } from '../../knowledge.ts'

/** Rank of a strength word in commitment-strength.tsv, the more binding the higher; undefined for other words. */
export const strengthRank = (knowledge: Pick<Knowledge, 'table'>): ((word: string) => number | undefined) => {
  const ranks = new Map(knowledge.table('commitment-strength').map(({ word, rank }) => [word, Number(rank)]))
  return (word) => ranks.get(word)
}

/** What the amendments of a plan take out of force of the revision that they amend, and of the amendments before them. Pure. */
import { retireUnsaid, settleDependents } from './amend/dependents.ts'
import { remove } from './amend/remove.ts'
import { replaceNumbers, replaceTerms, undatedNumbers } from './amend/replace.ts'
import { less, type Retired } from './amend/retired.ts'
import { strikeOut } from './amend/strike-out.ts'
import type { RevisionFacts } from './model.ts'

export { less, NOTHING_RETIRED, type Retired } from './amend/retired.ts'

/**
 * The chain is what is in force together: a whole revision and its amendments, in order of edition. Each amendment retires, of all
 * before it: what its removing clauses name; clauses whose words it strikes out; numbers for which it gives another under the same
 * structural key. What depends on a retired thing alone goes with it. Everything else stays.
 */
export const retiredIn = (chain: readonly RevisionFacts[]): Retired => {
  const retired = {
    statements: new Set<string>(),
    commitments: new Set<string>(),
    entities: new Map<string, Set<string>>(),
    unmatched: [] as { revision: string; words: string }[],
  }
  chain.forEach((amendment, at) => {
    if (at === 0) return
    const standing = chain.slice(0, at).map((facts) => less(facts, retired))
    for (const words of amendment.revision.removes ?? [])
      if (!remove(standing, words, retired))
        retired.unmatched.push({ revision: amendment.revision.id, words })
    for (const words of amendment.revision.replaces ?? [])
      if (!strikeOut(standing, words, retired))
        retired.unmatched.push({ revision: amendment.revision.id, words })
    replaceNumbers(standing, amendment, retired)
    for (const words of undatedNumbers(standing, amendment))
      retired.unmatched.push({ revision: amendment.revision.id, words })
    replaceTerms(standing, amendment, retired)
    for (const facts of standing) {
      settleDependents(facts, retired)
      retireUnsaid(facts, amendment, retired)
    }
  })
  return retired
}

/** What the amendments of a plan take out of force of the revision that they amend, and of the amendments before them. Pure. */
import { retireUnsaid, settleDependents } from './amend/dependents.ts'
import { remove, removeNamed } from './amend/remove.ts'
import { replaceNumbers, replaceTerms, undatedNumbers } from './amend/replace.ts'
import { less, type Retired } from './amend/retired.ts'
import { strikeOut } from './amend/strike-out.ts'
import { unknownNames, unknownThings } from './amend/unknown.ts'
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
    const unmatched = (words: readonly string[]): void => {
      const { id: revision } = amendment.revision
      retired.unmatched.push(...words.map((one) => ({ revision, words: one })))
    }
    const { removes, replaces } = wordsOf(amendment)
    unmatched(removes.filter((one) => !remove(standing, one.read, retired)).map(({ words }) => words))
    unmatched(
      replaces
        .filter(
          ({ words, read }) =>
            !removeNamed(standing, read, retired) &&
            !strikeOut(standing, words, retired) &&
            !(read !== words && strikeOut(standing, read, retired)),
        )
        .map(({ words }) => words),
    )
    unmatched([...unknownNames(standing, amendment), ...unknownThings(standing, amendment)])
    replaceNumbers(standing, amendment, retired)
    unmatched(undatedNumbers(standing, amendment))
    replaceTerms(standing, amendment, retired)
    for (const facts of standing) {
      settleDependents(facts, retired)
      retireUnsaid(facts, amendment, retired)
    }
  })
  return retired
}

type Words = { readonly words: string; readonly read: string }

/** What an amendment takes away and strikes out: as it is written, and as it is compared. */
const wordsOf = ({
  revision: { removes = [], replaces = [], readAs = [] },
}: RevisionFacts): { readonly removes: readonly Words[]; readonly replaces: readonly Words[] } => {
  const all = [...removes, ...replaces].map((words, at) => ({ words, read: readAs[at] ?? words }))
  return { removes: all.slice(0, removes.length), replaces: all.slice(removes.length) }
}

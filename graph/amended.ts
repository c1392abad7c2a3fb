/** Plans as their amendments leave them, read from a store. */
import { NOTHING_RETIRED, type Retired, retiredIn } from './amend.ts'
import { chainOf } from './edition.ts'
import { readRevisions } from './held-revisions.ts'
import type { RevisionFacts } from './model.ts'
import { readFacts } from './read-facts.ts'
import type { GraphReader } from './store.ts'

/** What the amendments in a chain of revisions retire; nothing is read where there are none. */
export const retiredOf = async (store: GraphReader, chain: readonly string[]): Promise<Retired> =>
  chain.length < 2 ? NOTHING_RETIRED : retiredIn(await factsOfAll(store, chain))

/** What one amendment does to its plan. */
export type AmendedBy = {
  /** Statements that are out of force because of it. */
  readonly retired: number
  /** Its words that name nothing that was in force. */
  readonly unmatched: readonly string[]
}

/** What an amendment in force does; undefined where the revision is none, or is not in force. */
export const amendedBy = async (store: GraphReader, revision: string): Promise<AmendedBy | undefined> => {
  const all = await readRevisions(store)
  const plan = all.find(({ id }) => id === revision)?.plan
  const chain = chainOf(all.filter((one) => one.plan === plan)).map(({ id }) => id)
  if (chain.indexOf(revision) < 1) return undefined
  const facts = await factsOfAll(store, chain)
  const without = retiredIn(facts.filter((one) => one.revision.id !== revision))
  const retired = retiredIn(facts)
  return {
    retired: [...retired.statements].filter((id) => !without.statements.has(id)).length,
    unmatched: retired.unmatched.filter((one) => one.revision === revision).map(({ words }) => words),
  }
}

const factsOfAll = async (
  store: GraphReader,
  chain: readonly string[],
): Promise<readonly RevisionFacts[]> => {
  const all: RevisionFacts[] = []
  for (const id of chain) all.push(await readFacts(store, id))
  return all
}

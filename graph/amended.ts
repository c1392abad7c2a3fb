/** Plans as their amendments leave them, read from a store. */
import { NOTHING_RETIRED, type Retired, retiredIn } from './amend.ts'
import type { RevisionFacts } from './model.ts'
import { readFacts } from './read-facts.ts'
import type { GraphReader } from './store.ts'

/** What the amendments in a chain of revisions retire; nothing is read where there are none. */
export const retiredOf = async (store: GraphReader, chain: readonly string[]): Promise<Retired> =>
  chain.length < 2 ? NOTHING_RETIRED : retiredIn(await factsOfAll(store, chain))

const factsOfAll = async (
  store: GraphReader,
  chain: readonly string[],
): Promise<readonly RevisionFacts[]> => {
  const all: RevisionFacts[] = []
  for (const id of chain) all.push(await readFacts(store, id))
  return all
}

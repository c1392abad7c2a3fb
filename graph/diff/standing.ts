/** A plan as it stands: the facts of a whole revision and its amendments as those of one text. Pure. */
import { compose } from '../compose.ts'
import type { RevisionFacts } from '../model.ts'

/** What is in force of a chain of revisions (a whole one, then its amendments); undefined where there is none. */
export const standingFacts = (chain: readonly RevisionFacts[]): RevisionFacts | undefined =>
  chain.length === 0 ? undefined : compose(chain)

/** Two text files as two revisions to be compared; no store is opened. */
import { compose } from '../graph/compose.ts'
import type { RevisionFacts } from '../graph/model.ts'
import { sharedLines, whichPlan } from '../pipeline/input/which-plan.ts'
import type { Knowledge } from '../pipeline/knowledge.ts'
import type { Comparable } from '../pipeline/run/under-rules.ts'
import { Failure } from './failure.ts'
import { collect } from './ingest/collect.ts'
import { type Prepared, prepare } from './ingest/prepare.ts'

/** From this share of common lines on, two texts without a plan.json are taken for editions of one plan. */
const MUCH = 0.5

/** A text with what the plan.json beside it says. */
const textOf = async (file: string): Promise<Prepared> => {
  const [text, ...others] = await prepare(collect([file], {}))
  if (text && others.length === 0) return text
  throw new Failure(
    'usage',
    `${file} 里不止一个文本，请写明文件。 Several texts in this folder; name the file.`,
  )
}

/** An amendment is of the plan that it is compared with; so is a text that shares its plan, or most of its lines. */
const isOfOnePlan = (old: Prepared, next: Prepared): boolean =>
  next.identity.amends === true ||
  old.identity.id === next.identity.id ||
  whichPlan(next.identity, [old.identity], () => 0).kind === 'same' ||
  sharedLines(next.document.text, old.document.text) >= MUCH

/** Reads both texts under the rules of this knowledge, the older one first. */
export const factsOfFiles = async (
  names: readonly [string, string],
  knowledge: Knowledge,
): Promise<Comparable & { readonly names: readonly [string, string] }> => {
  const { extract } = await import('../pipeline/extract.ts')
  const [old, next] = [await textOf(names[0]), await textOf(names[1])]
  // What people decided holds for both, or their decisions would look like changes of the plan.
  const corrections = next.corrections ?? old.corrections
  const factsOf = ({ document, identity }: Prepared): RevisionFacts =>
    extract(document, identity, knowledge, corrections).facts
  const { id, jurisdiction } = old.identity
  const later = isOfOnePlan(old, next) ? { ...next, identity: { ...next.identity, id, jurisdiction } } : next
  const [before, after] = [factsOf(old), factsOf(later)]
  return { pair: [before, next.identity.amends ? compose([before, after]) : after], names }
}

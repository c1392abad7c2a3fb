/** A plan as it stands: the facts of a whole revision and its amendments as those of one text. Pure. */
import { less, type Retired, retiredIn } from '../amend.ts'
import type { RevisionFacts } from '../model.ts'

/** Everything that counts code points of a revision's text, moved into a longer text. */
const shifted = (facts: RevisionFacts, by: number): RevisionFacts => {
  const move = <T extends { readonly start: number; readonly end: number }>(one: T): T => ({
    ...one,
    start: one.start + by,
    end: one.end + by,
  })
  return {
    ...facts,
    sections: facts.sections.map(move),
    commitments: facts.commitments.map(move),
    mentions: facts.mentions.map(move),
    statements: facts.statements.map((one) => ({ ...one, evidence: one.evidence.map(move) })),
  }
}

/** The text without the words that amendments retire, or that only say what is retired: these are not in the plan any more. */
const standingText = (facts: RevisionFacts, { statements, commitments }: Retired): string => {
  const points = Array.from(facts.text)
  const gone = [
    ...facts.statements.filter(({ id }) => statements.has(id)).flatMap(({ evidence }) => evidence),
    ...facts.commitments.filter(({ id }) => commitments.has(id)),
  ]
  for (const { start, end } of gone) points.fill('\n', start, end)
  const { removes = [], replaces = [] } = facts.revision
  return [...removes, ...replaces].reduce((text, words) => text.replaceAll(words, '\n'), points.join(''))
}

const byId = <T extends { readonly id: string }>(lists: readonly (readonly T[])[]): readonly T[] => [
  ...new Map(lists.flat().map((one) => [one.id, one])).values(),
]

/**
 * What is in force of a chain of revisions (a whole one, then its amendments), less what the amendments retire. Texts are put one
 * after the other, so that no two quotes share their place by accident; what an amendment strikes out is not in the text.
 */
export const standingFacts = (chain: readonly RevisionFacts[]): RevisionFacts | undefined => {
  const [base] = chain
  if (!base || chain.length === 1) return base
  const retired = retiredIn(chain)
  let length = 0
  const parts = chain.map((facts) => {
    const part = shifted(less(facts, retired), length)
    length += Array.from(facts.text).length
    return part
  })
  const statements = parts.flatMap((part) => part.statements)
  const stated = new Set(statements.map(({ object }) => object))
  return {
    ...base,
    text: chain.map((facts) => standingText(facts, retired)).join(''),
    sections: parts.flatMap((part) => part.sections),
    entities: byId(parts.map((part) => part.entities)),
    targets: byId(parts.map((part) => part.targets)).filter(({ id }) => stated.has(id)),
    commitments: parts.flatMap((part) => part.commitments),
    statements,
    mentions: parts.flatMap((part) => part.mentions),
  }
}

/** Runs one pass of rules over a segment: the door of the rule engine. */
import type { Segment } from '../records.ts'
import { hitOf, type RuleHit } from './hit.ts'
import { type Atom, type Lattice, latticeOf } from './lattice.ts'
import { type Contest, settleOverlaps } from './overlap.ts'
import type { Pass, Rule } from './rule.ts'
import { run } from './run.ts'
import type { Tagger } from './tagger.ts'

/** The compiled rules and the words they ask for: part of the knowledge, made once. */
export type RuleBook = {
  readonly rules: Readonly<Record<Pass, readonly Rule[]>>
  readonly tagger: Tagger
}
export type Readable = Pick<Segment, 'text' | 'span'>

/**
 * The hits of a pass in text order, overlaps settled. `atoms` are the finds of recognisers and of earlier passes;
 * those outside of the segment are ignored. Rules do not see the hits of their own pass.
 */
export const matchRules = (
  knowledge: { readonly rules: RuleBook },
  pass: Pass,
  segment: Readable,
  atoms: readonly Atom[],
): readonly RuleHit[] => contestRules(knowledge, pass, segment, atoms).won

/** The same with the hits that lost, and to which. */
export const contestRules = (
  { rules }: { readonly rules: RuleBook },
  pass: Pass,
  segment: Readable,
  atoms: readonly Atom[],
): Contest<RuleHit> => {
  const lattice = latticeOf(segment, atoms, rules.tagger)
  return settleOverlaps(rules.rules[pass].flatMap((rule) => hitsOf(rule, lattice)))
}

const hitsOf = (rule: Rule, lattice: Lattice): readonly RuleHit[] => {
  const hits: RuleHit[] = []
  for (let start = 0; start < lattice.text.length; start += 1) {
    const match = run(rule.program, lattice, start)
    if (match && match.end > start) hits.push(hitOf(rule, lattice, start, match))
  }
  return hits
}

/** Finds as atoms for the passes that follow. */
export const atomsOf = (hits: readonly RuleHit[]): readonly Atom[] =>
  hits.flatMap(({ finds }) => finds.map(({ tag, span }) => ({ tag, span })))

/** Names that ran over a clause before the figure: “甲港一期建成投运、吞吐量”500万吨 measures 甲港一期吞吐量. */
import { endsInHead } from './names.ts'
import { splitVerb } from './verbs.ts'
import type { Words } from './words.ts'

/** Where a name begins and ends inside the words it was read from. */
export type Cut = { readonly from: number; readonly to: number }

/** Outside “…” and brackets, where no 、 parts clauses. */
const lastMark = (text: string): number =>
  text.replace(/“[^”]*”|（[^）]*）/g, (quoted) => '·'.repeat(quoted.length)).lastIndexOf('、')

/** Where the predicate of a clause begins: 出口｜表现突出; 0 where none does. */
const predicateOf = (clause: string, words: Words): number => {
  const found = words.predicates.map((word) => clause.indexOf(word, 2)).filter((at) => at > 0)
  return found.length > 0 ? Math.min(...found) : 0
}

/**
 * The part of `name` that names the quantity. “出口表现突出、”: its measure stands before the predicate;
 * “建成投运、吞吐量”: behind the clause; a list of names (粮食、蔬菜产量) is left whole. Empty where nothing does.
 */
export const withoutClause = (name: string, words: Words): Cut => {
  const mark = lastMark(name)
  if (mark < 0) return { from: 0, to: name.length }
  const before = name.slice(0, mark)
  if (mark === name.length - 1) return { from: 0, to: predicateOf(before, words) }
  const rest = name.slice(mark + 1)
  const part = before.slice(before.lastIndexOf('、') + 1)
  // a verb with its object inside what stands before the mark: no name in a list
  const clause = splitVerb(`${part}甲乙`, words)
  const isClause = clause !== undefined && clause.start > clause.verb.length && !clause.noun
  return endsInHead(rest, words) && isClause
    ? { from: mark + 1, to: name.length }
    : { from: 0, to: name.length }
}

/** Where the names of a group end that share a run of figures: “A、B”分别达98%、95%, “A、B”均增长10%, “A、B”增长13.6%、9.8%. */
import type { Candidate } from './clauses.ts'
import { endsInHead, JOINT, stripTrailing } from './names.ts'
import type { Words } from './words.ts'

/** Where the names of a group end: before 分别, or before 均 where each of them is the name of a rate; -1 for no group. */
const groupEnd = (left: string, words: Words): number => {
  const at = left.indexOf('分别')
  if (at >= 0) return at
  const both = /[均都](?:[达保稳控超实提降]|为|在)/.exec(left)?.index ?? -1
  const parts = left.slice(0, both).split(JOINT)
  return both > 0 &&
    parts.length > 1 &&
    parts.every((part) => /(?:率|比例|占比|比重)$/.test(part)) &&
    endsInHead(left.slice(0, both), words)
    ? both
    : -1
}

/** “A、B产值均增长10%”: where the names end; -1 for no group. */
const grownEnd = (left: string, words: Words): number => {
  const names = left.slice(0, Math.max(/[均都](?:增长|提高|提升|下降|降低)/.exec(left)?.index ?? 0, 0))
  return JOINT.test(names) && endsInHead(names, words) ? names.length : -1
}

/** “A、B产值增长13.6%、9.8%”, “粮食面积、产量稳定在300万亩、120万吨”: as many names as figures, without 分别. Where the names end; -1 for no group. */
const unmarkedEnd = (left: string, found: readonly Candidate[], words: Words): number => {
  const run = found.findIndex((candidate, i) => i > 0 && !candidate.joined)
  const figures = found.slice(0, run < 0 ? found.length : run)
  const names = stripTrailing(left, words).text
  const alike =
    figures.every(({ quantity }) => quantity.unit === figures[0]?.quantity.unit) ||
    names.split('、').every((name) => endsInHead(name, words))
  const matched = figures.length > 1 && names.split('、').length === figures.length
  return alike && matched && names.length < left.length && endsInHead(names, words) ? names.length : -1
}

/** Length of the names in `left`, the words before the first figure; -1 where they are no group. */
export const namesEnd = (left: string, found: readonly Candidate[], words: Words): number => {
  const marked = groupEnd(left, words)
  const led = left + (found[0]?.quantity.word ?? '')
  return marked < 0 ? Math.max(grownEnd(led, words), unmarkedEnd(led, found, words)) : marked
}

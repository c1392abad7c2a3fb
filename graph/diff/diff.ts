/**
 * What changed between two revisions (or two plans), in the plan's own terms. Pure: two revisions' facts in,
 * changes out. One change is reported once, under its most telling kind.
 */
import type { RevisionFacts } from '../model.ts'
import type { Change, ChangeKind, Explained, Quoted, Stretch } from './change.ts'
import { changed } from './change.ts'
import { diffCommitments, type StrengthRank } from './commitments.ts'
import { diffProjects } from './projects.ts'
import { renamedIndicators } from './renames.ts'
import { diffTargets } from './targets.ts'
import { align, wordingKey } from './text.ts'
import { type RevisionView, viewOf } from './view.ts'

const DROPPED: ReadonlySet<ChangeKind> = new Set(['target_dropped', 'project_dropped', 'commitment_dropped'])

/** What a clause's detail yields to, where both speak of the same words: the year of a target, the phase of a project. */
const MORE_TELLING: Partial<Readonly<Record<ChangeKind, readonly ChangeKind[]>>> = {
  deadline_moved: ['target_year', 'deadline_moved'],
  verb_weakened: ['phase_advanced', 'phase_slipped'],
  verb_strengthened: ['phase_advanced', 'phase_slipped'],
}
/** A number of things to build is the project's count, not also an indicator's target. */
const COUNTED: ReadonlySet<ChangeKind> = new Set(['target_raised', 'target_lowered'])

const touch = (ones: readonly Stretch[], others: readonly Stretch[]): boolean =>
  ones.some((one) => others.some((other) => one.start < other.end && other.start < one.end))
const sameWords = (one: Explained, other: Explained): boolean =>
  touch(one.old, other.old) || touch(one.new, other.new)

const diffDocuments = (old: RevisionView, next: RevisionView): readonly Explained[] => {
  const { similar, oldOnly, newOnly } = align(
    [...old.documents],
    [...next.documents],
    ([name]) => wordingKey(name),
    0.5,
  )
  const change = (from: readonly [string, Quoted] | undefined, to: readonly [string, Quoted] | undefined) =>
    changed(
      'document_changed',
      to?.[0] ?? from?.[0] ?? '',
      null,
      { old: from?.[0] ?? null, new: to?.[0] ?? null },
      { old: from?.[1], new: to?.[1] },
    )
  return [
    ...similar.map(([from, to]) => change(from, to)),
    ...oldOnly.map((from) => change(from, undefined)),
    ...newOnly.map((to) => change(undefined, to)),
  ]
}

/** Leaves out what a more telling change in the same words says already, and what is said twice. */
const mostTelling = (
  facts: readonly Explained[],
  details: readonly Explained[],
  wording: readonly Explained[],
): readonly Explained[] => {
  const counts = facts.filter(({ change }) => change.kind === 'count_changed')
  const ownFacts = facts.filter(
    (fact) => !(COUNTED.has(fact.change.kind) && counts.some((count) => sameWords(fact, count))),
  )
  const ownDetails = details.filter((detail) => {
    const kinds = MORE_TELLING[detail.change.kind] ?? []
    return !ownFacts.some((fact) => kinds.includes(fact.change.kind) && sameWords(detail, fact))
  })
  const fine = [...ownFacts, ...ownDetails]
  const all = [...fine, ...wording.filter((clause) => !fine.some((other) => sameWords(clause, other)))]
  const keyOf = ({ change: { kind, subject, place, old, new: next } }: Explained) =>
    JSON.stringify([kind, subject, place, old, next])
  const seen = new Set<string>()
  return all.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)))
}

/** The sentence that holds a place of the text, in code points. */
const sentenceAt = (letters: readonly string[], { start, end }: Stretch): string => {
  const isStop = (at: number): boolean =>
    at < 0 || at >= letters.length || '。；！？\n'.includes(letters[at] ?? '')
  let [from, to] = [start, end]
  while (!isStop(from - 1)) from -= 1
  while (!isStop(to)) to += 1
  return letters.slice(from, to).join('')
}

/** Marks dropped things whose old sentence still stands in the new text: not understood there, not dropped. */
const markStillThere = (
  old: RevisionView,
  next: RevisionView,
  all: readonly Explained[],
): readonly Change[] => {
  const text = wordingKey(next.text)
  const letters = Array.from(old.text)
  const isThere = (words: string): boolean => text.includes(wordingKey(words))
  return all.map(({ change, old: [place] }) => {
    const { kind, subject, oldQuote } = change
    if (!DROPPED.has(kind) || !oldQuote) return change
    // “长征” of 长城、长征国家文化公园: a part of the name alone may stand anywhere
    const isPart =
      kind === 'project_dropped' && oldQuote.length < subject.length && subject.includes(oldQuote)
    const stillInText =
      isPart && place ? isThere(subject) || isThere(sentenceAt(letters, place)) : isThere(oldQuote)
    return { ...change, stillInText }
  })
}

/**
 * The changes from the old facts to the new ones, in the order of the texts within each kind.
 * `rank` orders the words that say how far a clause binds; words it does not know are not compared.
 */
export const diff = (old: RevisionFacts, next: RevisionFacts, rank: StrengthRank): readonly Change[] => {
  const [before, after] = [viewOf(old), viewOf(next)]
  const succession = old.plan.id === next.plan.id ? undefined : { old: old.plan, next: next.plan }
  const facts = [
    ...diffTargets(before.targets, after.targets, succession),
    ...(succession ? [] : renamedIndicators(before.targets, after.targets)),
    ...diffProjects(before.projects, after.projects, succession !== undefined),
    ...diffDocuments(before, after),
  ]
  const { details, wording } = diffCommitments(before.commitments, after.commitments, rank)
  return markStillThere(before, after, mostTelling(facts, details, wording))
}

/** What became of the clauses by which somebody undertakes something, and of who answers for them by when. */
import { changed, type Explained } from './change.ts'
import { movedDeadline } from './deadlines.ts'
import { align, wordingKey } from './text.ts'
import type { CommitmentView } from './view.ts'

/** Below this share of common bigrams two clauses are not the same commitment reworded. */
const LEAST_SIMILAR = 0.5

/** Strength words from weakest to strongest, as the knowledge ranks them. */
export type StrengthRank = (word: string) => number | undefined

type Pair = readonly [CommitmentView, CommitmentView]

const changesOfDuty = ([old, next]: Pair): readonly Explained[] => {
  const subject = next.commitment.text
  const found: Explained[] = []
  for (const [name, { role, quoted }] of next.departments) {
    const before = old.departments.get(name)
    const quotes = { old: before?.quoted ?? old.quoted, new: quoted }
    if (!before) found.push(changed('department_added', subject, null, { old: null, new: name }, quotes))
    else if (before.role !== role)
      found.push(
        changed(
          'role_changed',
          subject,
          null,
          { old: `${name}：${before.role}`, new: `${name}：${role}` },
          quotes,
        ),
      )
  }
  for (const [name, { quoted }] of old.departments)
    if (!next.departments.has(name))
      found.push(
        changed(
          'department_removed',
          subject,
          null,
          { old: name, new: null },
          { old: quoted, new: next.quoted },
        ),
      )
  return found
}

const changeOfStrength = ([old, next]: Pair, rank: StrengthRank): readonly Explained[] => {
  const [before, after] = [old.commitment.strength, next.commitment.strength]
  const [weak, strong] = [before ? rank(before) : undefined, after ? rank(after) : undefined]
  if (!before || !after || weak === undefined || strong === undefined || weak === strong) return []
  const kind = strong < weak ? 'verb_weakened' : 'verb_strengthened'
  return [
    changed(
      kind,
      next.commitment.text,
      null,
      { old: before, new: after },
      { old: old.quoted, new: next.quoted },
    ),
  ]
}

/** Whole clauses that came, went or were put in other words; they yield to any finer change in the same words. */
export type ClauseChanges = {
  /** Who answers, by when, how firmly. */
  readonly details: readonly Explained[]
  readonly wording: readonly Explained[]
}

/** The changes between two revisions' commitments. */
export const diffCommitments = (
  olds: readonly CommitmentView[],
  news: readonly CommitmentView[],
  rank: StrengthRank,
): ClauseChanges => {
  const { same, similar, oldOnly, newOnly } = align(olds, news, keyOf, LEAST_SIMILAR)
  const [oldText, newText] = [textOf(olds), textOf(news)]
  const isThere = (text: string, view: CommitmentView): boolean => text.includes(keyOf(view))
  const details = [...same, ...similar].flatMap((pair) => [
    ...changesOfDuty(pair),
    ...movedDeadline(pair[1].commitment.text, pair[0].deadlines, pair[1].deadlines),
    ...changeOfStrength(pair, rank),
  ])
  const reworded = similar
    .filter(([old, next]) => !isThere(newText, old) || !isThere(oldText, next))
    .map(([old, next]) =>
      changed(
        'commitment_reworded',
        next.commitment.text,
        null,
        { old: old.commitment.text, new: next.commitment.text },
        { old: old.quoted, new: next.quoted },
      ),
    )
  const dropped = oldOnly
    .filter((view) => !isThere(newText, view))
    .map(({ commitment: { text }, quoted }) =>
      changed('commitment_dropped', text, null, { old: text, new: null }, { old: quoted }),
    )
  const added = newOnly
    .filter((view) => !isThere(oldText, view))
    .map(({ commitment: { text }, quoted }) =>
      changed('commitment_added', text, null, { old: null, new: text }, { new: quoted }),
    )
  return { details, wording: [...reworded, ...dropped, ...added] }
}

const keyOf = ({ commitment }: CommitmentView): string => wordingKey(commitment.text)

/** All clauses joined: a clause cut in two by a semicolon where a comma stood still stands in it whole. */
const textOf = (views: readonly CommitmentView[]): string => views.map(keyOf).join('')

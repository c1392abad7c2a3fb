/** What can be followed through the revisions of plans: a project, an indicator, or one commitment. Pure. */
import { align, wordingKey } from '../diff/text.ts'
import type { CommitmentRecord, EntityRecord, RevisionFacts } from '../model.ts'

/** One text of a plan, as far as it is followed. */
export type Edition = {
  readonly revision: string
  readonly plan: string
  readonly title: string
  readonly label: string
  readonly ordinal: number
  readonly day: string
  readonly facts: RevisionFacts
}

export type Subject =
  | { readonly type: 'Project' | 'Indicator'; readonly id: string; readonly name: string }
  | { readonly type: 'Commitment'; readonly id: string; readonly name: string }

/** A name of fewer letters is no part by which a longer one is meant. */
const LEAST_PART = 2
/** From this many letters on, words may be part of a commitment's text. */
const LEAST_CLAUSE = 4
/** Below this share of common bigrams two clauses are not one commitment reworded; as `diff` has it. */
const LEAST_SIMILAR = 0.5

const FOLLOWED: readonly string[] = ['Project', 'Indicator']
const formsOf = ({ name, aliases }: EntityRecord): readonly string[] => [name, ...aliases].map(wordingKey)

/**
 * What a word may mean, the surest way first: an id; a whole name or another form of it; a part of one; words of a commitment.
 * Things that several editions have under one id are one subject.
 */
export const subjectsNamed = (editions: readonly Edition[], word: string): readonly Subject[] => {
  const key = wordingKey(word)
  const entities = editions.flatMap(({ facts }) =>
    facts.entities.filter(({ type }) => FOLLOWED.includes(type)),
  )
  const clauses = editions.flatMap(({ facts }) => facts.commitments)
  const ways: readonly (() => readonly Subject[])[] = [
    () => [
      ...entities.filter(({ id }) => id === word).map(ofEntity),
      ...clauses.filter(({ id }) => id === word || id === `commitment:${word}`).map(ofClause),
    ],
    () => entities.filter((entity) => formsOf(entity).includes(key)).map(ofEntity),
    () => clauses.filter(({ text }) => wordingKey(text) === key).map(ofClause),
    () =>
      key.length < LEAST_PART
        ? []
        : entities.filter((entity) => formsOf(entity).some((form) => form.includes(key))).map(ofEntity),
    () =>
      key.length < LEAST_CLAUSE
        ? []
        : clauses.filter(({ text }) => wordingKey(text).includes(key)).map(ofClause),
  ]
  for (const way of ways) {
    const found = way()
    if (found.length > 0) return distinct(found)
  }
  return []
}

const ofEntity = ({ id, type, name }: EntityRecord): Subject => ({
  type: type as 'Project' | 'Indicator',
  id,
  name,
})
const ofClause = ({ id, text }: CommitmentRecord): Subject => ({ type: 'Commitment', id, name: text })

/** Clauses of one wording are one commitment, whichever revision's. */
const distinct = (subjects: readonly Subject[]): readonly Subject[] => [
  ...new Map(
    subjects.map((subject) => [
      subject.type === 'Commitment' ? wordingKey(subject.name) : subject.id,
      subject,
    ]),
  ).values(),
]

/** The entity that the subject is in these facts: by id, else by any written form that it has in the facts before. */
export const entityIn = (
  facts: RevisionFacts,
  subject: Subject,
  forms: ReadonlySet<string>,
): EntityRecord | undefined => {
  const all = facts.entities.filter(({ type }) => type === subject.type)
  return (
    all.find(({ id }) => id === subject.id) ??
    all.find((entity) => formsOf(entity).some((form) => forms.has(form)))
  )
}

/** Every written form of the subject over all editions. */
export const formsIn = (editions: readonly Edition[], { id, name }: Subject): ReadonlySet<string> =>
  new Set([
    wordingKey(name),
    ...editions.flatMap(({ facts }) => facts.entities.filter((entity) => entity.id === id).flatMap(formsOf)),
  ])

/**
 * The clause that the subject is in each edition: from the first that has its words, forwards and backwards, each step to the
 * clause that a comparison of the two texts pairs with it. Where a text lacks it, the step is from the last that had it.
 */
export const clausesOf = (
  editions: readonly Edition[],
  subject: Subject,
): readonly (CommitmentRecord | undefined)[] => {
  const key = wordingKey(subject.name)
  const start = editions.findIndex(({ facts }) =>
    facts.commitments.some(({ text }) => wordingKey(text) === key),
  )
  const found: (CommitmentRecord | undefined)[] = editions.map(() => undefined)
  if (start < 0) return found
  found[start] = editions[start]?.facts.commitments.find(({ text }) => wordingKey(text) === key)
  for (const step of [1, -1]) {
    let from = start
    for (let at = start + step; at >= 0 && at < editions.length; at += step) {
      found[at] = counterpart(editions[from]?.facts, editions[at]?.facts, found[from])
      if (found[at]) from = at
    }
  }
  return found
}

const counterpart = (
  from: RevisionFacts | undefined,
  to: RevisionFacts | undefined,
  clause: CommitmentRecord | undefined,
): CommitmentRecord | undefined => {
  if (!from || !to || !clause) return undefined
  const { same, similar } = align(
    from.commitments,
    to.commitments,
    ({ text }) => wordingKey(text),
    LEAST_SIMILAR,
  )
  return [...same, ...similar].find(([one]) => one.id === clause.id)?.[1]
}

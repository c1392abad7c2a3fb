/** What the amendments of a plan take out of force of the revision that they amend, and of the amendments before them. Pure. */
import { wordingKey } from './diff/text.ts'
import type { CommitmentRecord, EntityRecord, RevisionFacts, StatementRecord } from './model.ts'

/** What of a chain of revisions is not in force any more, though the revisions are. */
export type Retired = {
  readonly statements: ReadonlySet<string>
  readonly commitments: ReadonlySet<string>
  /** By revision, the entities that an amendment took out of the plan after it. */
  readonly entities: ReadonlyMap<string, ReadonlySet<string>>
  /** Words of amendments that name nothing that was in force. */
  readonly unmatched: readonly { readonly revision: string; readonly words: string }[]
}

export const NOTHING_RETIRED: Retired = {
  statements: new Set(),
  commitments: new Set(),
  entities: new Map(),
  unmatched: [],
}

/** What can be taken out by its name; a place is not abolished by a plan, only what the plan says of it is. */
const REMOVABLE: readonly string[] = ['Project', 'Indicator']
/** From this share of a clause's letters on, words that are struck out are the clause. */
const WHOLE_CLAUSE = 0.6

/** What one revision, less what is retired of it so far, says. */
type Standing = RevisionFacts

/**
 * The chain is what is in force together: a whole revision and its amendments, in order of edition. Each amendment retires, of all
 * before it: what its removing clauses name; clauses whose words it strikes out; numbers for which it gives another under the same
 * structural key. What depends on a retired thing alone goes with it. Everything else stays.
 */
export const retiredIn = (chain: readonly RevisionFacts[]): Retired => {
  const retired = {
    statements: new Set<string>(),
    commitments: new Set<string>(),
    entities: new Map<string, Set<string>>(),
    unmatched: [] as { revision: string; words: string }[],
  }
  chain.forEach((amendment, at) => {
    if (at === 0) return
    const standing = chain.slice(0, at).map((facts) => less(facts, retired))
    for (const words of amendment.revision.removes ?? [])
      if (!remove(standing, words, retired))
        retired.unmatched.push({ revision: amendment.revision.id, words })
    for (const words of amendment.revision.replaces ?? [])
      if (!strikeOut(standing, words, retired))
        retired.unmatched.push({ revision: amendment.revision.id, words })
    replaceNumbers(standing, amendment, retired)
    for (const facts of standing) {
      settleDependents(facts, retired)
      retireUnsaid(facts, amendment, retired)
    }
  })
  return retired
}

type Retiring = {
  readonly statements: Set<string>
  readonly commitments: Set<string>
  readonly entities: Map<string, Set<string>>
}

/** The facts less what is retired of them; the text and its sections stay whole. */
export const less = (
  facts: RevisionFacts,
  retired: Pick<Retired, 'statements' | 'commitments' | 'entities'>,
): Standing => {
  const gone = retired.entities.get(facts.revision.id) ?? new Set()
  return {
    ...facts,
    statements: facts.statements.filter(({ id }) => !retired.statements.has(id)),
    commitments: facts.commitments.filter(({ id }) => !retired.commitments.has(id)),
    entities: facts.entities.filter(({ id }) => !gone.has(id)),
    mentions: facts.mentions.filter(({ entity }) => !gone.has(entity)),
  }
}

const formsOf = ({ name, aliases }: EntityRecord): readonly string[] => [name, ...aliases].map(wordingKey)

/** Entities whose names stand in the words; a name within a longer one that is meant is not meant itself. */
const namedIn = (entities: readonly EntityRecord[], words: string): readonly EntityRecord[] => {
  const key = wordingKey(words)
  const found = entities.flatMap((entity) =>
    formsOf(entity)
      .filter((form) => form.length > 1 && key.includes(form))
      .map((form) => ({ entity, form })),
  )
  const byLength = found.toSorted((a, b) => b.form.length - a.form.length)
  let rest = key
  const named: EntityRecord[] = []
  for (const form of new Set(byLength.map((one) => one.form))) {
    if (!rest.includes(form)) continue
    rest = rest.replaceAll(form, '\n')
    named.push(...byLength.filter((one) => one.form === form).map(({ entity }) => entity))
  }
  return named
}

/** Takes out what the words name; false where they name nothing that is in force. */
const remove = (standing: readonly Standing[], words: string, retired: Retiring): boolean => {
  const all = standing.flatMap(({ entities }) => entities)
  const things = namedIn(all, words).filter(({ type }) => REMOVABLE.includes(type))
  const ids = new Set(things.map(({ id }) => id))
  for (const { revision, entities, statements } of standing) {
    const own = entities.filter(({ id }) => ids.has(id)).map(({ id }) => id)
    retired.entities.set(revision.id, new Set([...(retired.entities.get(revision.id) ?? []), ...own]))
    for (const { id, subject, object } of statements)
      if (ids.has(subject) || ids.has(object)) retired.statements.add(id)
  }
  return ids.size > 0 || removeRelation(standing, words, retired)
}

/** “乙河镇不再列入工业型城镇”: no thing goes, but what is said of one in relation to another, both named. */
const removeRelation = (standing: readonly Standing[], words: string, retired: Retiring): boolean => {
  const named = new Set(
    namedIn(
      standing.flatMap(({ entities }) => entities),
      words,
    ).map(({ id }) => id),
  )
  const gone = standing
    .flatMap(({ statements }) => statements)
    .filter(({ subject, object }) => named.has(subject) && named.has(object))
  for (const { id } of gone) retired.statements.add(id)
  return gone.length > 0
}

/** Retires clauses whose words are struck out, and of a longer clause what those words name. */
const strikeOut = (standing: readonly Standing[], words: string, retired: Retiring): boolean => {
  const key = wordingKey(words)
  let isFound = false
  for (const facts of standing) {
    // The same few words may stand elsewhere too, where nothing is struck out.
    const here = new Set(
      facts.sections.filter(({ leaf, text }) => leaf && wordingKey(text).includes(key)).map(({ id }) => id),
    )
    const struck = facts.commitments.filter(
      ({ text, section }) =>
        wordingKey(text).includes(key) || (here.has(section) && isPart(wordingKey(text), key)),
    )
    for (const commitment of struck) {
      isFound = true
      if (key.length >= WHOLE_CLAUSE * wordingKey(commitment.text).length)
        retireCommitment(facts, commitment, retired)
      else retirePart(facts, commitment, words, retired)
    }
    const quoted = facts.statements.filter(({ evidence }) =>
      evidence.some(
        ({ part, section, quote }) =>
          part === 'clause' && here.has(section) && isPart(wordingKey(quote), key),
      ),
    )
    for (const { id } of quoted) retired.statements.add(id)
    isFound ||= quoted.length > 0
  }
  return isFound
}

const isPart = (part: string, whole: string): boolean => part !== '' && whole.includes(part)

const retirePart = (facts: Standing, { id }: CommitmentRecord, words: string, retired: Retiring): void => {
  const named = new Set(namedIn(facts.entities, words).map((entity) => entity.id))
  for (const { id: statement, subject, object } of facts.statements)
    if ((subject === id && named.has(object)) || (object === id && named.has(subject)))
      retired.statements.add(statement)
}

const retireCommitment = (facts: Standing, { id }: CommitmentRecord, retired: Retiring): void => {
  retired.commitments.add(id)
  for (const { id: statement, subject, object } of facts.statements)
    if (subject === id || object === id) retired.statements.add(statement)
}

/** One number for one indicator, place, year and kind: the newer one holds. */
const replaceNumbers = (standing: readonly Standing[], amendment: RevisionFacts, retired: Retiring): void => {
  const newer = new Set(amendment.statements.filter(isNumber).map(({ key }) => key))
  for (const { id, key, predicate } of standing.flatMap(({ statements }) => statements))
    if (predicate === 'HAS_TARGET' && newer.has(key)) retired.statements.add(id)
}

const isNumber = ({ predicate }: StatementRecord): boolean => predicate === 'HAS_TARGET'

/** A thing of which nothing is said any more is not in the plan, unless the amendment speaks of it itself. */
const retireUnsaid = (facts: Standing, amendment: RevisionFacts, retired: Retiring): void => {
  const ends = (statements: readonly StatementRecord[]) =>
    new Set(statements.flatMap(({ subject, object }) => [subject, object]))
  const before = ends(facts.statements)
  const after = ends(facts.statements.filter(({ id }) => !retired.statements.has(id)))
  const anew = new Set(amendment.entities.map(({ id }) => id))
  const unsaid = facts.entities.filter(
    ({ id, type }) => REMOVABLE.includes(type) && before.has(id) && !after.has(id) && !anew.has(id),
  )
  const own = retired.entities.get(facts.revision.id) ?? new Set()
  retired.entities.set(facts.revision.id, new Set([...own, ...unsaid.map(({ id }) => id)]))
}

/** A number without its indicator has no place and year; a clause that concerned only what was taken out is taken out. */
const settleDependents = (facts: Standing, retired: Retiring): void => {
  const kinds = new Map(facts.entities.map(({ id, type }) => [id, type]))
  const left = (one: StatementRecord): boolean => !retired.statements.has(one.id)
  const numbers = facts.statements.filter(isNumber)
  const alive = new Set(numbers.filter(left).map(({ object }) => object))
  const dead = new Set(numbers.map(({ object }) => object).filter((id) => !alive.has(id)))
  for (const { id, subject } of facts.statements) if (dead.has(subject)) retired.statements.add(id)
  const concerns = facts.statements.filter(
    ({ predicate, object }) => predicate === 'CONCERNS' && REMOVABLE.includes(kinds.get(object) ?? ''),
  )
  for (const commitment of facts.commitments) {
    const own = concerns.filter(({ subject }) => subject === commitment.id)
    if (own.length > 0 && !own.some(left)) retireCommitment(facts, commitment, retired)
  }
}

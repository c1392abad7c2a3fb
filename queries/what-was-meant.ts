/** Which things of the store the names in a question were taken for, to be said beside the answer. */
import type { Way } from './departments-meant.ts'
import type { KnownEntity, NameInQuestion } from './find-names.ts'
import type { Topic } from './question-table.ts'

/** How a name was found: besides departments' ways, by an alias, by the beginning of the name, or by pinyin only. */
export type MatchedBy = Way | 'alias' | 'beginning' | 'pinyin'

export type Meant = {
  readonly name: string
  readonly by: MatchedBy
  /** The jurisdiction, as a path, where several of this name are meant. */
  readonly scope?: string
}

export type Meaning = {
  readonly topic: Topic
  /** As the question has it. */
  readonly asked: string
  /** Pinyin read as Chinese. */
  readonly read?: string
  /** Exact names first, then aliases, then the rest. */
  readonly means: readonly Meant[]
  /** Names of the same pinyin that were left out. */
  readonly alike: readonly string[]
}

const ORDER: readonly MatchedBy[] = [
  'name',
  'alias',
  'short',
  'ending',
  'charge',
  'like-charge',
  'domain',
  'beginning',
  'pinyin',
]

/** Queries that take a short form of a place for every place whose name begins with it. */
const WIDE = new Set(['projects-serving-place'])

const matchedBy = ({ name, aliases }: KnownEntity, form: string, way: Way | undefined): MatchedBy => {
  if (name === form) return 'name'
  if (aliases.includes(form)) return 'alias'
  if (way !== undefined) return way
  return [name, ...aliases].some((one) => one.startsWith(form)) ? 'beginning' : 'pinyin'
}

/** All that the form means in this query: a whole name means it alone, a short form may be the beginning of more. */
const entitiesMeant = (query: string, name: NameInQuestion, known: readonly KnownEntity[]) => {
  const form = name.read ?? name.form
  const isFull = name.entities.some((entity) => entity.name === form)
  if (name.topic !== 'place' || !WIDE.has(query) || isFull) return name.entities
  const begun = known.filter(
    (entity) =>
      entity.type === 'Place' && [entity.name, ...entity.aliases].some((one) => one.startsWith(form)),
  )
  return [...new Set([...name.entities, ...begun])]
}

/** department:辰州省/丙山县/水务局 → 辰州省/丙山县. */
const scopeOf = ({ id }: KnownEntity): string => id.replace(/^[a-z]+:/, '').replace(/\/?[^/]*$/, '')

/** What a name of the question was taken for by a query. */
export const meaningOf = (query: string, name: NameInQuestion, known: readonly KnownEntity[]): Meaning => {
  const form = name.read ?? name.form
  const entities = entitiesMeant(query, name, known)
  const means = entities
    .map((entity) => ({
      name: entity.name,
      by: matchedBy(entity, form, name.way),
      ...(entities.filter((other) => other.name === entity.name).length > 1
        ? { scope: scopeOf(entity) }
        : {}),
    }))
    .sort((a, b) => ORDER.indexOf(a.by) - ORDER.indexOf(b.by))
  return {
    topic: name.topic,
    asked: name.written,
    ...(name.read === undefined ? {} : { read: name.read }),
    means,
    alike: (name.alike ?? []).map((entity) => entity.name),
  }
}

/** What the removing clauses of an amendment take out of its plan. Pure. */
import { namedIn } from './names.ts'
import { REMOVABLE, type Retiring, type Standing } from './retired.ts'

/** Takes out what the words name; false where they name nothing that is in force. */
export const remove = (standing: readonly Standing[], words: string, retired: Retiring): boolean => {
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

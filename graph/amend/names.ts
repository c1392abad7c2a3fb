/** Which things a clause of an amendment names. Pure. */
import { wordingKey } from '../diff/text.ts'
import type { EntityRecord } from '../model.ts'

/** Every written form of a thing, as it is compared. */
export const formsOf = ({ name, aliases }: Pick<EntityRecord, 'name' | 'aliases'>): readonly string[] =>
  [name, ...aliases].map(wordingKey)

/** Entities whose names stand in the words; a name within a longer one that is meant is not meant itself. */
export const namedIn = (entities: readonly EntityRecord[], words: string): readonly EntityRecord[] => {
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

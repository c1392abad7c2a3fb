/** A thing that an amendment calls by another name: it stays the thing it was, and is called so from then on. */
import type { Mention } from '../../records.ts'
import type { KeyOf } from './base-key.ts'
import type { Groups } from './groups.ts'

/** Rules of the two mentions of one thing in “甲溪水厂更名为乙河水厂”, each with the other's name as an alias. */
export const FORMER_NAME = 'former-name'
export const NEW_NAME = 'new-name'

/** Joins all that is said under the former name with all that is said under the new one. */
export const joinRenamed = (mentions: readonly Mention[], keyOf: KeyOf, groups: Groups): void => {
  for (const former of mentions.filter(({ rule }) => rule === FORMER_NAME)) {
    const name = former.aliases[0] ?? former.name
    groups.join(keyOf(former), keyOf({ ...former, name, aliases: [] }), `renamed ${name}`)
  }
}

/** The name that a group was known by before, which stays what it is identified by, and the name that it has now. */
export const renamedOf = (
  group: readonly Mention[],
): { readonly former: string; readonly name: string } | undefined => {
  const former = group.find(({ rule }) => rule === FORMER_NAME)
  const renamed = group.findLast(({ rule }) => rule === NEW_NAME)
  return former && renamed ? { former: former.name, name: renamed.name } : undefined
}

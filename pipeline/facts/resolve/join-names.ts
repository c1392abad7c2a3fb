/** Which differently written names are one thing. Every join has a reason; where two answers fit, none is taken. */
import type { Mention } from '../../records.ts'
import type { KeyOf } from './base-key.ts'
import { createGroups, type Groups } from './groups.ts'
import { joinAliases } from './join-aliases.ts'
import { joinDefinitions } from './join-definitions.ts'
import { joinProjects } from './join-projects.ts'
import type { Jurisdiction } from './jurisdiction.ts'

/** The base keys of a document's mentions, with the first mention of each. */
export type Keyed = {
  readonly mentions: readonly Mention[]
  readonly keyOf: KeyOf
  readonly keys: ReadonlyMap<string, Mention>
}

export const joinNames = (
  text: string,
  mentions: readonly Mention[],
  keyOf: KeyOf,
  jurisdiction: Jurisdiction,
  apart: readonly (readonly [string, string])[] = [],
): Groups => {
  const groups = createGroups(apart)
  const keys = new Map<string, Mention>()
  for (const mention of mentions) {
    const key = keyOf(mention)
    if (!keys.has(key)) keys.set(key, mention)
  }
  const keyed = { mentions, keyOf, keys }
  joinDefinitions(text, keyed, groups)
  joinOutside(keyed, groups)
  joinPrefixes(jurisdiction, keyed, groups)
  joinProjects(keyed, groups)
  joinAliases(keyed, groups)
  return groups
}

/** A place that is named once with its code and once without is the one place of that name that is known. */
const joinOutside = ({ keys }: Keyed, groups: Groups): void => {
  const paths = new Map<string, string[]>()
  for (const key of keys.keys()) {
    const name = /^Place\|@(?:.*\/)?([^/]+)$/.exec(key)?.[1]
    if (name) paths.set(name, [...(paths.get(name) ?? []), key])
  }
  for (const [name, [only, ...others]] of paths)
    if (only && others.length === 0 && keys.has(`Place|${name}`))
      groups.join(only, `Place|${name}`, 'the one place of that name')
}

/** “丙山乙河新区” is 乙河新区 of 丙山县; “水务局” is 县水务局 where only that body is named. */
const joinPrefixes = ({ shortPrefixes, suffix }: Jurisdiction, { keys }: Keyed, groups: Groups): void => {
  for (const [key, { type }] of keys) {
    const bare = key.slice(type.length + 1)
    if (type === 'Department') {
      const own = `Department|${suffix}${bare}`
      if (keys.has(own)) groups.join(own, key, `the jurisdiction's own body`)
    }
    if (type !== 'Place' && type !== 'Project') continue
    // “丙山博物馆” and “博物馆”: so short a rest may be any museum
    const least = type === 'Place' ? 3 : 4
    const prefix = shortPrefixes.find(
      (one) => bare.startsWith(one) && [...bare.slice(one.length)].length >= least,
    )
    const shorter = prefix === undefined ? undefined : `${type}|${bare.slice(prefix.length)}`
    if (shorter && keys.has(shorter))
      groups.join(shorter, key, `opens with the jurisdiction's name ${prefix}`)
  }
}

/** Which differently written names are one thing. Every join has a reason; where two answers fit, none is taken. */
import type { EntityType } from '../../../graph/model.ts'
import type { Mention } from '../../records.ts'
import { baseKey } from './base-key.ts'
import { createGroups, type Groups } from './groups.ts'
import type { Jurisdiction } from './jurisdiction.ts'
import { nameKey } from './name-key.ts'

// “丙山县水利发展规划（以下简称《规划》）”, “……办公室（简称“县推进办”）”
const DEFINITION = /[（(](?:以下|下)?(?:统一)?简称[为：:]?[“"'‘《]?([^）)”"'’》]{2,30})[”"'’》]?[）)]/g
const CLOSING = /[”"》’'\s]/

/** Least length of an alias by which two names of a type may be joined: 水库 or 大桥 alone joins nothing. */
const LEAST_ALIAS: Readonly<Record<EntityType, number>> = {
  Place: 2,
  Project: 4,
  Indicator: 4,
  Department: 2,
  Deadline: Infinity,
  Document: 4,
  Function: Infinity,
  Level: Infinity,
}

export const joinNames = (text: string, mentions: readonly Mention[], jurisdiction: Jurisdiction): Groups => {
  const groups = createGroups()
  const keys = new Map<string, Mention>()
  for (const mention of mentions) {
    const key = baseKey(mention, jurisdiction)
    if (!keys.has(key)) keys.set(key, mention)
  }
  joinDefinitions(text, mentions, jurisdiction, keys, groups)
  joinPrefixes(jurisdiction, keys, groups)
  joinAliases(mentions, jurisdiction, keys, groups)
  return groups
}

const joinDefinitions = (
  text: string,
  mentions: readonly Mention[],
  jurisdiction: Jurisdiction,
  keys: ReadonlyMap<string, Mention>,
  groups: Groups,
): void => {
  const byEnd = new Map<number, Mention[]>()
  for (const mention of mentions)
    byEnd.set(mention.span.end, [...(byEnd.get(mention.span.end) ?? []), mention])
  for (const match of text.matchAll(DEFINITION)) {
    let end = match.index
    while (end > 0 && !byEnd.has(end) && CLOSING.test(text[end - 1] ?? '')) end -= 1
    const short = nameKey(match[1] ?? '')
    for (const defined of byEnd.get(end) ?? []) {
      const shortKey = `${defined.type}|${short}`
      if (keys.has(shortKey)) groups.join(baseKey(defined, jurisdiction), shortKey, `defined by ${match[0]}`)
    }
  }
}

/** “丙山乙河新区” is 乙河新区 of 丙山县; “水务局” is 县水务局 where only that body is named. */
const joinPrefixes = (
  { shortPrefixes, suffix }: Jurisdiction,
  keys: ReadonlyMap<string, Mention>,
  groups: Groups,
): void => {
  for (const [key, { type }] of keys) {
    const bare = key.slice(type.length + 1)
    if (type === 'Department') {
      const own = `Department|${suffix}${bare}`
      if (keys.has(own)) groups.join(own, key, `the jurisdiction's own ${own.slice(11)}`)
    }
    if (type !== 'Place' && type !== 'Project') continue
    const prefix = shortPrefixes.find(
      (one) => bare.startsWith(one) && [...bare.slice(one.length)].length >= 3,
    )
    const shorter = prefix === undefined ? undefined : `${type}|${bare.slice(prefix.length)}`
    if (shorter && keys.has(shorter))
      groups.join(shorter, key, `opens with the jurisdiction's name ${prefix}`)
  }
}

const joinAliases = (
  mentions: readonly Mention[],
  jurisdiction: Jurisdiction,
  keys: ReadonlyMap<string, Mention>,
  groups: Groups,
): void => {
  const claims = new Map<string, Set<string>>()
  for (const mention of mentions) {
    for (const alias of mention.aliases) {
      const key = nameKey(alias)
      if ([...key].length < LEAST_ALIAS[mention.type]) continue
      const claimed = `${mention.type}|${key}`
      if (!keys.has(claimed)) continue
      const owner = groups.find(baseKey(mention, jurisdiction))
      if (owner !== groups.find(claimed)) claims.set(claimed, (claims.get(claimed) ?? new Set()).add(owner))
    }
  }
  for (const [claimed, owners] of claims) {
    const [owner, other] = [...new Set([...owners].map(groups.find))]
    if (owner && other === undefined) groups.join(owner, claimed, `written form of ${owner}`)
  }
}

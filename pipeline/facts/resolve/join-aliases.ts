/** Short forms that one name alone claims: 甲溪 is 甲溪镇 unless another place is called 甲溪, too. */
import type { EntityType } from '../../../graph/model.ts'
import type { Groups } from './groups.ts'
import type { Keyed } from './join-names.ts'
import { nameKey, projectStem } from './name-key.ts'

/** Least length of an alias by which two names of a type may be joined: 水库 or 大桥 alone joins nothing. */
const LEAST_ALIAS: Readonly<Record<EntityType, number>> = {
  Place: 2,
  Project: 5,
  // “地区生产总值” is told as a form of “地区生产总值增长”, and is another indicator for all that
  Indicator: Infinity,
  Department: 2,
  Deadline: Infinity,
  Document: 4,
  Function: Infinity,
  Level: Infinity,
}

export const joinAliases = ({ mentions, keyOf, keys }: Keyed, groups: Groups): void => {
  const claims = new Map<string, Set<string>>()
  for (const mention of mentions) {
    for (const alias of mention.aliases) {
      const key = mention.type === 'Project' ? projectStem(nameKey(alias)) : nameKey(alias)
      const claimed = `${mention.type}|${key}`
      if ([...key].length < LEAST_ALIAS[mention.type] || !keys.has(claimed)) continue
      const owner = groups.find(keyOf(mention))
      if (owner !== groups.find(claimed)) claims.set(claimed, (claims.get(claimed) ?? new Set()).add(owner))
    }
  }
  for (const [claimed, owners] of claims) {
    const [owner, other] = [...new Set([...owners].map(groups.find))]
    if (owner && other === undefined) groups.join(owner, claimed, `written form of ${owner}`)
  }
}

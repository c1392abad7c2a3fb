/** Short forms that one name alone claims: 甲溪 is 甲溪镇 unless another place is called 甲溪, too. */
import type { EntityType } from '../../../graph/model.ts'
import type { Mention } from '../../records.ts'
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
      if (!couldBe(mention, keys.get(claimed))) continue
      const owner = groups.find(keyOf(mention))
      if (owner !== groups.find(claimed)) claims.set(claimed, (claims.get(claimed) ?? new Set()).add(owner))
    }
  }
  for (const [claimed, owners] of claims) {
    const [owner, other] = [...new Set([...owners].map(groups.find))]
    if (owner && other === undefined) groups.join(owner, claimed, `written form of ${owner}`)
  }
}

const GENERAL_KINDS: ReadonlySet<unknown> = new Set([undefined, '', 'other'])

/** Whether the thing that goes by the alias can be the one that has it. */
const couldBe = (owner: Mention, claimed: Mention | undefined): boolean => {
  if (!claimed) return false
  if (owner.type === 'Place') {
    // 乙江 the river is not 乙江新区, which is called 乙江 for short
    const kind = claimed.attributes.kind
    return GENERAL_KINDS.has(kind) || kind === owner.attributes.kind
  }
  // “甲溪港东作业区” is not “甲溪港东作业区物流枢纽”; “甲溪—乙河” is the road “甲溪—乙河公路”
  const [whole, part] = [nameKey(owner.name), nameKey(claimed.name)]
  return owner.type !== 'Project' || part.includes('-') || !whole.startsWith(part)
}

/** What an entity is, from what its mentions say of it. */
import { type EntityType, PHASES, type Phase, type Properties, type Value } from '../../../graph/model.ts'
import type { Mention } from '../../records.ts'

/** The label's own properties (CONTRACT.md); other attributes of a mention stay inside the pipeline. */
const PROPERTIES: Readonly<Record<EntityType, readonly string[]>> = {
  Place: ['kind', 'code'],
  Project: ['category', 'phase', 'count'],
  Indicator: ['unit', 'nature'],
  Department: ['level'],
  Deadline: ['start', 'end'],
  Document: ['title'],
  Function: [],
  Level: [],
}

const isPhase = (value: unknown): value is Phase => PHASES.includes(value as Phase)

/** A box or table states the phase it lists; prose may speak of the way there, so of prose the furthest counts. */
const phaseOf = (
  mentions: readonly Mention[],
  isListed: (mention: Mention) => boolean,
): Phase | undefined => {
  const stated = mentions.filter(({ attributes }) => isPhase(attributes.phase))
  const listed = stated.filter(isListed)
  const ranks = (listed.length > 0 ? listed : stated).map(({ attributes }) =>
    PHASES.indexOf(attributes.phase as Phase),
  )
  return ranks.length > 0 ? PHASES[Math.max(...ranks)] : undefined
}

/** The value most mentions agree on; of equals the first in the text, but of counts none. “other” counts only where nothing else is said. */
const commonest = (mentions: readonly Mention[], name: string): Value | undefined => {
  const counts = new Map<Value, number>()
  for (const { attributes } of mentions) {
    const value = attributes[name]
    if (value !== undefined && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const said = [...counts].filter(([value]) => value !== 'other')
  const [first, second] = (said.length > 0 ? said : [...counts]).sort((a, b) => b[1] - a[1])
  // “改造老旧小区519个” last year and “32个” this year: neither is the programme's own count
  return name === 'count' && first && first[1] === second?.[1] ? undefined : first?.[0]
}

/** Merged properties of an entity's mentions. `isListed` says whether a mention stands in a box or table. */
export const mergeAttributes = (
  type: EntityType,
  mentions: readonly Mention[],
  isListed: (mention: Mention) => boolean,
): Properties => {
  const merged: Record<string, Value> = {}
  for (const name of PROPERTIES[type]) {
    const value = name === 'phase' ? phaseOf(mentions, isListed) : commonest(mentions, name)
    if (value !== undefined) merged[name] = value
  }
  return merged
}

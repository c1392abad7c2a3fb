/**
 * From mentions to entities: one entity per thing and type, with its canonical name, written forms and properties.
 * Spans stay UTF-16. Names are compared by key (resolve/name-key.ts) and stored as written.
 */

import { groupBy } from '../../graph/group-by.ts'
import type { EntityType, Properties } from '../../graph/model.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Commitment, Correction, Fact, Found, Mention, Reading } from '../records.ts'
import { mergeAttributes } from './resolve/attributes.ts'
import { keysFor } from './resolve/base-key.ts'
import { collectCommitments, collectMentions } from './resolve/collect.ts'
import { decideNames, isKeptApart, keepingApart, type Outcome } from './resolve/decide.ts'
import { geographyOf } from './resolve/geography.ts'
import type { Merge } from './resolve/groups.ts'
import { canonicalName, type Identity, identityOf, writtenForms } from './resolve/identity.ts'
import { joinNames } from './resolve/join-names.ts'
import { jurisdictionOf } from './resolve/jurisdiction.ts'
import { joinRenamed, renamedOf } from './resolve/renamed.ts'
import { segmentFinder } from './resolve/segment-at.ts'
import { stemsOf, tailsOf } from './resolve/stems.ts'

export type ResolvedEntity = {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly aliases: readonly string[]
  /** The name without its class word, where people search for it so: 乙河 of 乙河新区. */
  readonly stems: readonly string[]
  readonly scope?: string
  readonly properties: Properties
  readonly mentions: readonly Mention[]
}

export type Resolved = {
  readonly entities: readonly ResolvedEntity[]
  /** The entity that a mention (of the list it was resolved from) names. */
  readonly idOf: (mention: Mention) => string
  readonly facts: readonly Fact[]
  readonly commitments: readonly Commitment[]
  /** Which differently written names were taken for one thing, and why. */
  readonly merges: readonly Merge[]
  /** What became of people's decisions about names; keys are those of `entityAt`. */
  readonly outcomes: readonly Outcome[]
  /** The id of the entity that has a key. */
  readonly entityAt: (key: string) => string | undefined
  /** Version of the rules and tables that found all this. */
  readonly rules: string
}

export const resolve = (
  reading: Reading,
  found: readonly Found[],
  knowledge: Pick<Knowledge, 'version' | 'table'>,
  corrections: readonly Correction[] = [],
): Resolved => {
  const { text } = reading.document
  const jurisdiction = jurisdictionOf(reading.plan.jurisdiction)
  const mentions = collectMentions(found)
  const geography = geographyOf(jurisdiction, knowledge)
  const tails = knowledge.table('name-tails')
  const ownKey = keysFor(jurisdiction, geography, tailsOf('Indicator', tails))
  const { keyOf: baseKey, apart } = keepingApart(corrections, mentions, ownKey)
  const groups = joinNames(text, mentions, baseKey, jurisdiction, apart)
  joinRenamed(mentions, baseKey, groups)
  const { names, outcomes } = decideNames(corrections, mentions, baseKey, groups)
  const keyOf = (mention: Mention): string => groups.find(baseKey(mention))
  const isListed = listedIn(reading)
  const ids = new Map<string, string>()
  const entities: ResolvedEntity[] = []
  for (const [key, group] of groupBy(mentions, keyOf)) {
    const type = group[0]?.type as EntityType
    const renamed = names.has(key) ? undefined : renamedOf(group)
    const name = names.get(key) ?? renamed?.name ?? canonicalName(group, jurisdiction)
    const known = renamed?.former ?? name
    const identity = apartIdentity(key, known, identityOf(group, known, jurisdiction, geography))
    ids.set(key, identity.id)
    const properties = mergeAttributes(type, group, isListed)
    entities.push({
      ...identity,
      type,
      name,
      aliases: writtenForms(group, name, text),
      stems: stemsOf(type, name, tails),
      properties,
      mentions: group,
    })
  }
  return {
    entities: entities.sort((a, b) => (a.id < b.id ? -1 : 1)),
    idOf: (mention) => ids.get(keyOf(mention)) ?? `unknown:${mention.name}`,
    facts: found.flatMap(({ facts }) => facts),
    commitments: collectCommitments(found),
    merges: groups.merges,
    outcomes,
    entityAt: (key) => ids.get(groups.find(key)),
    rules: knowledge.version,
  }
}

/** “甲溪水厂工程” that people keep apart from “甲溪水厂” must not share its id, which leaves 工程 out. */
const apartIdentity = (key: string, name: string, identity: Identity): Identity =>
  isKeptApart(key) ? { ...identity, id: `${identity.id}（${name}）` } : identity

/** Whether a mention stands in a box or a table, where plans list what they will do. */
const listedIn = ({ segments }: Reading): ((mention: Mention) => boolean) => {
  const segmentAt = segmentFinder(segments)
  return ({ span }) =>
    segmentAt(span.start)?.sections.some(
      ({ kind }) => kind === 'box' || kind === 'table' || kind === 'row',
    ) ?? false
}

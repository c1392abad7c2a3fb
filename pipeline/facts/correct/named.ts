/** Whether a record of a revision is what a person's words mean. */
import type { EntityType, RevisionFacts, TargetRecord } from '../../../graph/model.ts'
import { nameKey } from '../resolve/name-key.ts'

/** How surely words mean a record: by its name, by another form of it, or not at all. */
export type Sureness = 0 | 1 | 2

export type Naming = {
  /** 2: it is called so; 1: another form of it is; 0: neither. `type` narrows entities. */
  readonly means: (id: string, words: string, type?: EntityType) => Sureness
  /** The name under which an id is compared; the id itself where it has none. */
  readonly nameOf: (id: string) => string
}

/** “≥60%” is the figure 60%: which way it binds is not part of naming it. */
const COMPARATORS = /^[≥≤><=~]+/

/** `60%`, `2025年60%`, `城镇化率2025年60%`, and the bare number. */
const formsOf = ({ value, max, unit, year }: TargetRecord, indicator: string): readonly string[] => {
  const number = max === undefined ? `${value}` : `${value}-${max}`
  const figure = `${number}${unit}`
  const dated = year === undefined ? figure : `${year}年${figure}`
  return [number, figure, dated, `${indicator}${dated}`, `${indicator}${figure}`].map(nameKey)
}

export const namingOf = ({ plan, entities, targets, commitments }: RevisionFacts): Naming => {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const targetsById = new Map(targets.map((target) => [target.id, target]))
  const clauses = new Map(commitments.map(({ id, text }) => [id, text]))
  const nameOf = (id: string): string =>
    byId.get(id)?.name ?? clauses.get(id) ?? (id === plan.id ? plan.title : id)
  const means = (id: string, words: string, type?: EntityType): Sureness => {
    const key = nameKey(words)
    const entity = byId.get(id)
    if (entity) {
      if (type !== undefined && entity.type !== type) return 0
      if (nameKey(entity.name) === key) return 2
      return entity.aliases.some((alias) => nameKey(alias) === key) ? 1 : 0
    }
    const target = targetsById.get(id)
    if (target)
      return formsOf(target, nameOf(target.indicator)).includes(key.replace(COMPARATORS, '')) ? 2 : 0
    if (clauses.has(id)) return nameKey(clauses.get(id) ?? '') === key ? 2 : 0
    return id === plan.id && [plan.title, plan.id, '规划'].some((name) => nameKey(name) === key) ? 2 : 0
  }
  return { means, nameOf }
}

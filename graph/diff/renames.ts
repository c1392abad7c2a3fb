/** Things that have another name now and are the same: “甲溪水厂更名为乙河水厂”. Pure. */
import type { EntityRecord } from '../model.ts'
import { changed, type Explained } from './change.ts'
import { wordingKey } from './text.ts'
import type { TargetView } from './view.ts'

/** Whether one thing has another name now, not a longer or a shorter form of the same. */
export const isRenamed = (old: EntityRecord, next: EntityRecord): boolean => {
  const [one, other] = [wordingKey(old.name), wordingKey(next.name)]
  return (
    old.id === next.id &&
    next.aliases.includes(old.name) &&
    !old.aliases.includes(next.name) &&
    !one.includes(other) &&
    !other.includes(one)
  )
}

/** The indicators of numbers that have another name now, each once. */
export const renamedIndicators = (
  olds: readonly TargetView[],
  news: readonly TargetView[],
): readonly Explained[] => {
  const later = new Map(news.map((view) => [view.indicator.id, view]))
  const first = new Map(olds.toReversed().map((view) => [view.indicator.id, view]))
  return [...first.values()].toReversed().flatMap((old) => {
    const next = later.get(old.indicator.id)
    if (!next || !isRenamed(old.indicator, next.indicator)) return []
    const names = { old: old.indicator.name, new: next.indicator.name }
    return [changed('commitment_reworded', names.new, null, names, { old: old.quoted, new: next.quoted })]
  })
}

/** What became of the numbers: targets raised, lowered, moved to another year, tightened, made softer, dropped. */
import { changed, type Explained } from './change.ts'
import { writeFigure } from './figure.ts'
import { indicatorKey } from './indicator-name.ts'
import { direction, isComparable, isSameYear, type Succession } from './numbers.ts'
import { align, wordingKey } from './text.ts'
import type { TargetView } from './view.ts'

const identical = ({ target, indicator, place }: TargetView): string =>
  [
    indicatorKey(indicator.name),
    place,
    target.kind === 'target',
    target.year,
    target.comparator,
    target.value,
    target.max,
    target.unit,
    target.nature,
  ].join('|')

/** Pairs what is left of one indicator's targets: the same year first, then the same number, then in order. */
const pair = (olds: readonly TargetView[], news: readonly TargetView[], succession?: Succession) => {
  const pairs: (readonly [TargetView, TargetView])[] = []
  let oldLeft = [...olds]
  let newLeft = [...news]
  const matches = [
    (a: TargetView, b: TargetView) => a.place === b.place && isSameYear(a.target, b.target, succession),
    (a: TargetView, b: TargetView) => a.place === b.place && direction(a.target, b.target) === 0,
    (a: TargetView, b: TargetView) => a.target.year === b.target.year && direction(a.target, b.target) === 0,
    (a: TargetView, b: TargetView) => a.place === b.place,
  ]
  for (const match of matches) {
    for (const old of [...oldLeft]) {
      const next = newLeft.find((next) => isComparable(old.target, next.target) && match(old, next))
      if (!next) continue
      pairs.push([old, next])
      oldLeft = oldLeft.filter((view) => view !== old)
      newLeft = newLeft.filter((view) => view !== next)
    }
  }
  return { pairs, oldLeft, newLeft }
}

const changesOfPair = (
  [old, next]: readonly [TargetView, TargetView],
  succession?: Succession,
): readonly Explained[] => {
  const quotes = { old: old.quoted, new: next.quoted }
  const change = (
    kind: Parameters<typeof changed>[0],
    before: string | number | null,
    after: string | number | null,
  ) => changed(kind, next.indicator.name, next.place, { old: before, new: after }, quotes)
  const moved = direction(old.target, next.target)
  const found: Explained[] = []
  if (next.target.kind !== 'target' && old.target.kind !== 'target') {
    const same = moved === 0 && old.target.year === next.target.year
    return same ? [] : [change('baseline', writeFigure(old.target), writeFigure(next.target))]
  }
  if (moved !== 0) {
    const sameUnit =
      old.target.unit === next.target.unit && next.target.max === undefined && old.target.max === undefined
    const [before, after] = sameUnit
      ? [old.target.value, next.target.value]
      : [writeFigure(old.target), writeFigure(next.target)]
    found.push(change(moved > 0 ? 'target_raised' : 'target_lowered', before, after))
  }
  if (!isSameYear(old.target, next.target, succession))
    found.push(change('target_year', old.target.year ?? null, next.target.year ?? null))
  if (old.target.comparator !== next.target.comparator && moved === 0)
    found.push(change('comparator', old.target.comparator, next.target.comparator))
  if (old.target.nature && next.target.nature && old.target.nature !== next.target.nature)
    found.push(change('nature', old.target.nature, next.target.nature))
  return found
}

/** The same number in the same words, of a thing that the one text names at greater length. */
const isSaidAlike = (old: TargetView, next: TargetView): boolean => {
  const [one, other] = [wordingKey(old.quoted.quote), wordingKey(next.quoted.quote)]
  const isSame = isComparable(old.target, next.target) && direction(old.target, next.target) === 0
  return isSame && (one.includes(other) || other.includes(one))
}

type Lonely = { readonly old: readonly TargetView[]; readonly new: readonly TargetView[] }

const withoutEchoes = (lonely: Lonely): Lonely => {
  const left = [...lonely.new]
  const old = lonely.old.filter((view) => {
    const at = left.findIndex((next) => isSaidAlike(view, next))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { old, new: left }
}

const alone = (view: TargetView, side: 'old' | 'new'): Explained => {
  const text = writeFigure(view.target)
  const isTarget = view.target.kind === 'target'
  const kind = isTarget ? (side === 'old' ? 'target_dropped' : 'target_added') : 'baseline'
  const values = side === 'old' ? { old: text, new: null } : { old: null, new: text }
  return changed(kind, view.indicator.name, view.place, values, { [side]: view.quoted })
}

/**
 * The changes between two revisions' numbers. A baseline that differs is a reported figure, never a target; what only one of two
 * successive plans reports is no change, for each reports of its own years.
 */
export const diffTargets = (
  olds: readonly TargetView[],
  news: readonly TargetView[],
  succession?: Succession,
): readonly Explained[] => {
  const { oldOnly, newOnly } = align(olds, news, identical, 2)
  const keyOf = ({ indicator }: TargetView): string => indicatorKey(indicator.name)
  const found: Explained[] = []
  const lonely: { old: TargetView[]; new: TargetView[] } = { old: [], new: [] }
  for (const key of new Set([...oldOnly, ...newOnly].map(keyOf))) {
    for (const isTarget of [true, false]) {
      const of = (views: readonly TargetView[]) =>
        views.filter((view) => keyOf(view) === key && (view.target.kind === 'target') === isTarget)
      const { pairs, oldLeft, newLeft } = pair(of(oldOnly), of(newOnly), succession)
      found.push(...pairs.flatMap((one) => changesOfPair(one, succession)))
      lonely.old.push(...oldLeft)
      lonely.new.push(...newLeft)
    }
  }
  const left = withoutEchoes(lonely)
  const isTold = ({ target }: TargetView): boolean => !succession || target.kind === 'target'
  return [
    ...found,
    ...left.old.filter(isTold).map((view) => alone(view, 'old')),
    ...left.new.filter(isTold).map((view) => alone(view, 'new')),
  ]
}

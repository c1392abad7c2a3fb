/** What became of the numbers: targets raised, lowered, moved to another year, tightened, made softer, dropped. */
import type { TargetRecord } from '../model.ts'
import { changed, type Explained } from './change.ts'
import { writeFigure } from './figure.ts'
import { align } from './text.ts'
import type { TargetView } from './view.ts'

const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 千: 1e3, 百: 1e2 }

/** Value in the unit without its written scale, so that 60 万人 and 600000 人 are the same number. */
const scaled = (value: number, unit: string): number => {
  let factor = 1
  let rest = unit
  while (rest.length > 1 && SCALES[rest[0] ?? '']) {
    factor *= SCALES[rest[0] ?? ''] ?? 1
    rest = rest.slice(1)
  }
  return value * factor
}

const isClose = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))

/** −1 lower, 0 equal, 1 higher; ranges by their lower end, then by their upper. */
const direction = (old: TargetRecord, next: TargetRecord): number => {
  const ends = [
    [scaled(old.value, old.unit), scaled(next.value, next.unit)],
    [scaled(old.max ?? old.value, old.unit), scaled(next.max ?? next.value, next.unit)],
  ] as const
  for (const [before, after] of ends) if (!isClose(before, after)) return after > before ? 1 : -1
  return 0
}

const identical = ({ target, indicator, place }: TargetView): string =>
  [
    indicator.id,
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
const pair = (olds: readonly TargetView[], news: readonly TargetView[]) => {
  const pairs: (readonly [TargetView, TargetView])[] = []
  let oldLeft = [...olds]
  let newLeft = [...news]
  const matches = [
    (a: TargetView, b: TargetView) => a.place === b.place && a.target.year === b.target.year,
    (a: TargetView, b: TargetView) => a.place === b.place && direction(a.target, b.target) === 0,
    (a: TargetView, b: TargetView) => a.target.year === b.target.year && direction(a.target, b.target) === 0,
    (a: TargetView, b: TargetView) => a.place === b.place,
  ]
  for (const match of matches) {
    for (const old of [...oldLeft]) {
      const next = newLeft.find((candidate) => match(old, candidate))
      if (!next) continue
      pairs.push([old, next])
      oldLeft = oldLeft.filter((view) => view !== old)
      newLeft = newLeft.filter((view) => view !== next)
    }
  }
  return { pairs, oldLeft, newLeft }
}

const changesOfPair = ([old, next]: readonly [TargetView, TargetView]): readonly Explained[] => {
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
  if (old.target.year !== next.target.year)
    found.push(change('target_year', old.target.year ?? null, next.target.year ?? null))
  if (old.target.comparator !== next.target.comparator && moved === 0)
    found.push(change('comparator', old.target.comparator, next.target.comparator))
  if (old.target.nature && next.target.nature && old.target.nature !== next.target.nature)
    found.push(change('nature', old.target.nature, next.target.nature))
  return found
}

/** The changes between two revisions' numbers. A baseline that differs is a reported figure, never a target. */
export const diffTargets = (
  olds: readonly TargetView[],
  news: readonly TargetView[],
): readonly Explained[] => {
  const { oldOnly, newOnly } = align(olds, news, identical, 2)
  const indicators = new Set([...oldOnly, ...newOnly].map((view) => view.indicator.id))
  const found: Explained[] = []
  const lonely: { old: TargetView[]; new: TargetView[] } = { old: [], new: [] }
  for (const id of indicators) {
    for (const isTarget of [true, false]) {
      const of = (views: readonly TargetView[]) =>
        views.filter((view) => view.indicator.id === id && (view.target.kind === 'target') === isTarget)
      const { pairs, oldLeft, newLeft } = pair(of(oldOnly), of(newOnly))
      found.push(...pairs.flatMap(changesOfPair))
      lonely.old.push(...oldLeft)
      lonely.new.push(...newLeft)
    }
  }
  const alone = (view: TargetView, side: 'old' | 'new') => {
    const text = writeFigure(view.target)
    const isTarget = view.target.kind === 'target'
    const kind = isTarget ? (side === 'old' ? 'target_dropped' : 'target_added') : 'baseline'
    const values = side === 'old' ? { old: text, new: null } : { old: null, new: text }
    return changed(kind, view.indicator.name, view.place, values, { [side]: view.quoted })
  }
  return [
    ...found,
    ...lonely.old.map((view) => alone(view, 'old')),
    ...lonely.new.map((view) => alone(view, 'new')),
  ]
}

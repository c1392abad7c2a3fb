/** Numbers of plans compared: in one unit, in the same years. Pure. */
import type { PlanRecord, TargetRecord } from '../model.ts'

const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 千: 1e3, 百: 1e2 }

const unscaled = (value: number, unit: string): { readonly value: number; readonly unit: string } => {
  let factor = 1
  let rest = unit
  while (rest.length > 1 && SCALES[rest[0] ?? '']) {
    factor *= SCALES[rest[0] ?? ''] ?? 1
    rest = rest.slice(1)
  }
  return { value: value * factor, unit: rest }
}

/** Value in the unit without its written scale, so that 60 万人 and 600000 人 are the same number. */
const scaled = (value: number, unit: string): number => unscaled(value, unit).value

/** 4.7% is not less than 5995亿元, nor a growth by 3% less than a share of 5%. */
export const isComparable = (one: TargetRecord, other: TargetRecord): boolean =>
  unscaled(1, one.unit).unit === unscaled(1, other.unit).unit &&
  (one.comparator === 'change') === (other.comparator === 'change')

const isClose = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))

/** The two plans, where the newer text is of the plan that succeeds the older one's. */
export type Succession = { readonly old: PlanRecord; readonly next: PlanRecord }

/**
 * Of successive plans each has years of its own: the end of the one answers to the end of the other. A number without a year says
 * nothing of when.
 */
export const isSameYear = (old: TargetRecord, next: TargetRecord, succession?: Succession): boolean => {
  if (!succession) return old.year === next.year
  if (old.year === undefined || next.year === undefined || old.year === next.year) return true
  const { periodEnd: oldEnd } = succession.old
  const { periodEnd: nextEnd } = succession.next
  return oldEnd === undefined || nextEnd === undefined || old.year - oldEnd === next.year - nextEnd
}

/** −1 lower, 0 equal, 1 higher; ranges by their lower end, then by their upper. */
export const direction = (old: TargetRecord, next: TargetRecord): number => {
  const ends = [
    [scaled(old.value, old.unit), scaled(next.value, next.unit)],
    [scaled(old.max ?? old.value, old.unit), scaled(next.max ?? next.value, next.unit)],
  ] as const
  for (const [before, after] of ends) if (!isClose(before, after)) return after > before ? 1 : -1
  return 0
}

/** Targets as records: their ids come from what they say, so two plans that say the same share one. */

import { groupBy } from '../../../graph/group-by.ts'
import type { TargetRecord } from '../../../graph/model.ts'
import type { Target } from '../../records.ts'
import { contentHash } from './hash.ts'

/** A target with its ends resolved: `indicator` and `place` are ids; without a place it is for the jurisdiction. */
export type StatedTarget = {
  readonly target: Target
  readonly indicator: string
  readonly place: string | undefined
}

const figureOf = ({ target: { value, max, unit, year, kind }, indicator, place }: StatedTarget): string =>
  [indicator, place, year, kind, value, max, unit].join('|')

/** What a table says of a figure and prose leaves out: the nature, and with it the comparator. */
const isFuller = ({ target }: StatedTarget): boolean => target.nature !== undefined && target.nature !== ''

/**
 * Each target as the fullest of those that state the same figure says it: “达到60%” in prose and “60 预期性” in the table
 * are one target with two quotes. Two that differ in what both say (预期性, 约束性; ≥ in prose, = in the table) stay two.
 */
export const unifyTargets = (all: readonly StatedTarget[]): ReadonlyMap<Target, StatedTarget> => {
  const unified = new Map<Target, StatedTarget>()
  for (const same of groupBy(all, figureOf).values()) {
    const fuller = same.filter(isFuller)
    for (const one of same) {
      const fitting = isFuller(one) ? [] : fuller.filter(({ target }) => fits(one.target, target))
      unified.set(one.target, fitting[0] ?? one)
    }
  }
  return unified
}

const fits = (prose: Target, table: Target): boolean =>
  prose.comparator === table.comparator || prose.comparator === '='

export const targetRecord = (
  { target, indicator, place }: StatedTarget,
  jurisdiction: string,
): TargetRecord => {
  const { value, max, comparator, unit, year, kind, nature } = target
  const digest = contentHash(
    indicator,
    place ?? jurisdiction,
    year,
    kind,
    comparator,
    value,
    max,
    unit,
    nature,
  )
  return {
    id: `target:${indicator.replace(/^indicator:/, '')}/${year ?? ''}/${digest}`,
    indicator,
    value,
    ...(max !== undefined && { max }),
    comparator,
    unit,
    ...(year !== undefined && { year }),
    kind,
    ...(nature !== undefined && nature !== '' && { nature }),
  }
}

/**
 * What stays the same when a newer revision changes the number: indicator, place, year, kind, and what is measured
 * (万人 or 平方公里; the level or its change).
 */
export const targetKey = (
  { indicator, year, kind, unit, comparator }: TargetRecord,
  place: string | undefined,
  jurisdiction: string,
): string =>
  [indicator, place ?? jurisdiction, year ?? '', kind, unit, comparator === 'change' ? 'change' : ''].join(
    '|',
  )

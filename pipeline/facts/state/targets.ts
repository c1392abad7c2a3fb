/** Targets as records: their ids come from what they say, so two plans that say the same share one. */
import type { TargetRecord } from '../../../graph/model.ts'
import type { Target } from '../../records.ts'
import { contentHash } from './hash.ts'

/** `place` is the id of the place it is for; without one it is for `jurisdiction`. */
export const targetRecord = (
  target: Target,
  indicator: string,
  place: string | undefined,
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

/** What stays the same when a newer revision changes the number: indicator, place, year, kind. */
export const targetKey = (
  { indicator, year, kind }: TargetRecord,
  place: string | undefined,
  jurisdiction: string,
): string => [indicator, place ?? jurisdiction, year ?? '', kind].join('|')

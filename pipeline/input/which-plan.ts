/**
 * Which of the plans that a store holds a text belongs to: by jurisdiction, family of title and period together, never by one
 * of them alone. Where these leave it open, by how much of the text the two share. Pure.
 */
import type { PlanIdentity } from '../records.ts'
import { familyOf, namesEdition } from './family.ts'

/** A plan as a store holds it; `id` is as plan.json gives it. */
export type KnownPlan = {
  readonly id: string
  readonly title: string
  readonly jurisdiction: string
  readonly periodStart?: number
  readonly periodEnd?: number
}

/** Why it is not clear whether a text is of this plan. */
export type Doubt = 'period-unknown' | 'periods-overlap' | 'similar-title'
export type Candidate = { readonly plan: KnownPlan; readonly doubt: Doubt; readonly shared: number }

export type Belonging =
  | { readonly kind: 'same'; readonly plan: KnownPlan }
  | { readonly kind: 'new' }
  | { readonly kind: 'unclear'; readonly candidates: readonly Candidate[] }

/** From this share of common paragraphs on, a text is an edition of the other. */
const MUCH = 0.5

type Relation = 'same' | 'other' | Doubt

/** The share of a text's paragraphs that the plan's text in force has too, from 0 to 1. */
export type Shared = (plan: KnownPlan) => number

export const whichPlan = (
  identity: Omit<KnownPlan, 'id'>,
  known: readonly KnownPlan[],
  shared: Shared,
): Belonging => {
  const own = familyOf(identity.title, identity.jurisdiction)
  const related = known
    .filter(({ jurisdiction }) => jurisdiction === identity.jurisdiction)
    .map((plan) => ({ plan, relation: relate(identity, own, plan) }))
  const same = related.filter(({ relation }) => relation === 'same')
  if (same.length === 1 && same[0]) return { kind: 'same', plan: same[0].plan }
  const doubtful = related.filter(({ relation }) => relation !== 'other')
  const candidates = doubtful.flatMap(({ plan, relation }): Candidate[] => {
    const doubt: Doubt = relation === 'same' || relation === 'other' ? 'similar-title' : relation
    const share = shared(plan)
    const isFar = doubt === 'similar-title' && relation !== 'same' && share < MUCH
    return isFar ? [] : [{ plan, doubt, shared: share }]
  })
  const clear = candidates.filter((candidate) => isClear(candidate, identity.title))
  if (clear.length === 1 && clear[0] && same.length === 0) return { kind: 'same', plan: clear[0].plan }
  return candidates.length === 0 ? { kind: 'new' } : { kind: 'unclear', candidates }
}

/** Much of the text in common and one family, or a title that names itself an edition of a period that overlaps. */
const isClear = ({ doubt, shared }: Candidate, title: string): boolean =>
  doubt !== 'similar-title' && (shared >= MUCH || (doubt === 'periods-overlap' && namesEdition(title)))

const relate = (identity: Omit<KnownPlan, 'id'>, family: string, plan: KnownPlan): Relation => {
  const other = familyOf(plan.title, plan.jurisdiction)
  const periods = comparePeriods(identity, plan)
  if (periods === 'apart') return 'other'
  if (family === other) return periods === 'equal' ? 'same' : periods
  const isSimilar = family.includes(other) || other.includes(family)
  return isSimilar ? 'similar-title' : 'other'
}

type Years = Pick<PlanIdentity, 'periodStart' | 'periodEnd'>

const comparePeriods = (
  one: Years,
  other: Years,
): 'equal' | 'apart' | 'periods-overlap' | 'period-unknown' => {
  const [start, end, from, to] = [one.periodStart, one.periodEnd, other.periodStart, other.periodEnd]
  if (start === undefined || end === undefined || from === undefined || to === undefined)
    return 'period-unknown'
  if (start === from && end === to) return 'equal'
  return start > to || from > end ? 'apart' : 'periods-overlap'
}

/** The share of the lines of `text`, white space apart, that `other` has too. */
export const sharedLines = (text: string, other: string): number => {
  const lines = (whole: string) =>
    whole
      .split('\n')
      .map((line) => line.replace(/\s/g, ''))
      .filter((line) => line !== '')
  const known = new Set(lines(other))
  const own = lines(text)
  const weight = (all: readonly string[]) => all.reduce((sum, line) => sum + line.length, 0)
  return own.length === 0 ? 0 : weight(own.filter((line) => known.has(line))) / weight(own)
}

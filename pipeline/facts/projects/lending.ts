/** The places that a clause without works of its own lends to the clauses behind it. */
import type { Clause } from './clauses.ts'
import type { Collected, Context } from './collect.ts'

/** Openings whose places hold for the clause that follows. */
export const ASKING = /^(?:重点)?(?:聚焦|围绕|鼓励|支持|在)/

/** “以甲街道、乙街道为重点，改造小区”: the places hold for the works of the next clause, not for all that follows. */
const FOCUSED = /^(?:重点)?以.+为(?:重点|核心|试点|主体|载体)$/

/** What a clause without works of its own lends to the next, and what has been used up. */
export const lendPlaces = (works: number, { whole }: Clause, { sites }: Context, into: Collected): void => {
  const focused = FOCUSED.test(whole.text)
  if (works === 0 && (focused || ASKING.test(whole.text))) {
    into.asked = sites.within(whole)
    into.askedOnce = focused
  } else if (works > 0 && into.askedOnce) {
    into.asked = []
    into.askedOnce = false
  }
}

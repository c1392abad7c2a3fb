/** Which plan a text belongs to: what the caller gives, and for the rest what the text itself says. */
import { amendingTitle } from '../amendment/title.ts'
import { simplified } from '../document/simplified.ts'
import type { PlanDocument, PlanIdentity } from '../records.ts'
import { DocumentError } from './document-error.ts'
import { inferJurisdiction } from './infer-jurisdiction.ts'
import { inferIssued, inferPeriod } from './infer-period.ts'
import { inferTitle } from './infer-title.ts'

/**
 * Completes `given` (from plan.json or flags) from the text and lists in `inferred` the fields that were read there.
 * Throws DocumentError `no-plan` when neither the caller nor the text says that this is a plan.
 */
export const identify = (document: PlanDocument, given: Partial<PlanIdentity>): PlanIdentity => {
  // A title in traditional characters is named like the rest of the reading.
  const text = simplified(document.text)
  const title = given.title ?? (given.amends && amendingTitle(document.text)?.title) ?? inferTitle(text)
  if (!title)
    throw new DocumentError(
      'no-plan',
      'Unexpected text with no plan in it, expected a title such as …规划, …方案 or …工作报告: give --title and --jurisdiction',
    )
  const jurisdiction = given.jurisdiction ?? inferJurisdiction(text, title)
  if (!jurisdiction)
    throw new DocumentError(
      'no-plan',
      `Unexpected text of no known place (${title}), expected a county, city or province named in it: give --jurisdiction`,
    )
  const period = inferPeriod(title, text)
  const issuedAt = given.issuedAt ?? inferIssued(text)
  const start = given.periodStart ?? (given.periodEnd === undefined ? period?.start : undefined)
  const end = given.periodEnd ?? (given.periodStart === undefined ? period?.end : undefined)
  const identity = {
    title,
    jurisdiction,
    ...(start === undefined ? {} : { periodStart: start }),
    ...(end === undefined ? {} : { periodEnd: end }),
    ...(issuedAt ? { issuedAt } : {}),
    ...(given.amends ? { amends: given.amends } : {}),
  }
  const id = given.id ?? planId(identity)
  const all = { id, ...identity }
  const inferred = Object.keys(all).filter((field) => given[field as keyof PlanIdentity] === undefined)
  return { ...all, inferred }
}

/** A readable id from content: jurisdiction, title without jurisdiction and stage of drafting, period. The node's id adds `plan:`. */
export const planId = (
  plan: Pick<PlanIdentity, 'title' | 'jurisdiction' | 'periodStart' | 'periodEnd'>,
): string => {
  const period = [plan.periodStart, plan.periodEnd].filter((year) => year !== undefined)
  const years = [...new Set(period)].join('-')
  return `${plan.jurisdiction}/${titleFamily(plan.title, plan.jurisdiction)}${years === '' ? '' : `/${years}`}`
}

/** What stays the same over the drafts of a plan: its title less place, years, brackets and marks of drafting. */
const titleFamily = (title: string, jurisdiction: string): string => {
  const places = jurisdiction.split('/').reverse()
  let family = title.replace(/[（(][^（）()]*[）)]/g, '').replace(/\s/g, '')
  for (const place of places) family = family.replace(place, '')
  family = family.replace(/20\d\d年度?/g, '').replace(/[《》]/g, '')
  return family.replace(/人民政府(?:政府)?工作报告/, '政府工作报告') || title
}

/** Finds the points and periods by which a plan wants something done. */
import type { Knowledge } from '../knowledge.ts'
import type { Found, Mention, PlanIdentity, Reading, Segment } from '../records.ts'
import type { Due } from './deadlines/calendar.ts'
import { deadlineForms, type Form } from './deadlines/forms.ts'

type Hit = { readonly start: number; readonly end: number; readonly due: Due; readonly rule: string }

const yearInTitle = (title: string): number | undefined => {
  const year = /20[0-9]{2}(?=[^0-9]*年)/.exec(title.normalize('NFKC'))?.[0]
  return year === undefined ? undefined : Number(year)
}

/**
 * The year a plan speaks in: what 今年 means, and before which a date is no deadline. From the period's first year,
 * the year in the title, or the year of issue; undefined when nothing says it.
 */
export const planYear = (plan: PlanIdentity): number | undefined =>
  plan.periodStart ??
  yearInTitle(plan.title) ??
  (plan.issuedAt ? Number(plan.issuedAt.slice(0, 4)) : undefined)

// Words before a date that make it a base or a source, not a term: 比2025年, 截至2025年底, 自2025年起.
const BASE = /(?:比|较|相比|截至|截止|截止到|自|从|同比|不低于|高于|低于|于|印发的|发布的)$/
const AFTER_BASE =
  /^(?:以来|起(?!步)|开始|版|相比|以后|以前建成|前建成|建成的|、|）?号|第[0-9一二三四五六七八九十]+号|[0-9]+号)/
const TERM = /(?:到|至|于|在|争|确保|力争|截至)$/

/** Spans of 《…》 in a text: a date in a title says nothing of when something is due. */
const inTitle = (text: string, at: number): boolean => {
  const open = text.lastIndexOf('《', at)
  return open >= 0 && text.indexOf('》', open) > at
}

const isTerm = (text: string, hit: Hit, current: number | undefined): boolean => {
  const before = text.slice(Math.max(0, hit.start - 4), hit.start)
  const after = text.slice(hit.end, hit.end + 6)
  if (inTitle(text, hit.start) || BASE.test(before) || AFTER_BASE.test(after)) return false
  const year = Number(hit.due.end.slice(0, 4))
  return current === undefined
    ? TERM.test(before) || /前$/.test(text.slice(hit.start, hit.end))
    : year >= current
}

const hitsOf = (text: string, forms: readonly Form[], current: number | undefined): readonly Hit[] => {
  const taken: Hit[] = []
  for (const form of forms)
    for (const match of text.matchAll(form.pattern)) {
      const start = match.index
      const end = start + match[0].length
      const due = form.due(match, current)
      if (due && !taken.some((hit) => start < hit.end && end > hit.start))
        taken.push({ start, end, due, rule: form.rule })
    }
  return taken.toSorted((a, b) => a.start - b.start)
}

const mentionsIn = (
  segment: Segment,
  forms: readonly Form[],
  current: number | undefined,
): readonly Mention[] =>
  hitsOf(segment.text, forms, current)
    .filter((hit) => isTerm(segment.text, hit, current))
    .map(({ start, end, due, rule }) => ({
      type: 'Deadline' as const,
      span: { start: segment.span.start + start, end: segment.span.start + end },
      name: due.name,
      aliases: due.aliases,
      attributes: { start: due.start, end: due.end },
      rule,
    }))

/** Deadline mentions of a reading, with attributes start and end (ISO dates). Dates before the plan's year are none. */
export const findDeadlines = (reading: Reading, knowledge: Knowledge): Found => {
  const forms = deadlineForms(knowledge)
  const current = planYear(reading.plan)
  return { mentions: reading.segments.flatMap((segment) => mentionsIn(segment, forms, current)), facts: [] }
}

/** Finds the points and periods by which a plan wants something done. */
import type { Knowledge } from '../knowledge.ts'
import type { Found, Mention, PlanIdentity, Reading, Segment, Span } from '../records.ts'
import type { Due } from './deadlines/calendar.ts'
import { dueOfCell, stagesOf } from './deadlines/due-cells.ts'
import { deadlineForms, type Form } from './deadlines/forms.ts'
import { cellsUnder, columnRoles } from './table-columns.ts'

/** A date in a text: offsets are UTF-16 code units into that text. */
export type DateFound = {
  readonly start: number
  readonly end: number
  readonly due: Due
  readonly rule: string
  /** A base or source, not a time for which something is said: “比2025年”, “自2025年起”, 《…2025年…》. */
  readonly base: boolean
}

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
  /^(?:以来|起(?!步)|开始|版|相比|以后|以前建成|前建成|建成的|）?号|第[0-9一二三四五六七八九十]+号|[0-9]+号)/
const TERM = /(?:到|至|于|在|争|确保|力争|截至)$/

/** Spans of 《…》 in a text: a date in a title says nothing of when something is due. */
const inTitle = (text: string, at: number): boolean => {
  const open = text.lastIndexOf('《', at)
  return open >= 0 && text.indexOf('》', open) > at
}

// “2025年某市政府工作报告”: a document's date
const DOCUMENT = /^[^，。；、：]{0,24}(?:工作报告|统计公报|年鉴)/

// “…规划（2021—2035年）”: the years of a plan's title
const PLAN_TITLE = /(?:规划|方案|计划|纲要|行动|意见|办法|清单)[（(]$/

/** “于3月底前报送”: 于 before what ends in 前 says by when. */
const isDueAt = (text: string, start: number, end: number): boolean =>
  /(?<![高低早晚优快慢少多])于$/.test(text.slice(0, start)) && /前$/.test(text.slice(start, end))

const isBase = (text: string, start: number, end: number): boolean =>
  PLAN_TITLE.test(text.slice(0, start)) ||
  inTitle(text, start) ||
  (BASE.test(text.slice(Math.max(0, start - 5), start).trimEnd()) && !isDueAt(text, start, end)) ||
  AFTER_BASE.test(text.slice(end, end + 6))

const isTerm = (text: string, found: DateFound, current: number | undefined): boolean => {
  if (found.base || DOCUMENT.test(text.slice(found.end))) return false
  const before = text.slice(Math.max(0, found.start - 5), found.start).trimEnd()
  // “2025年1月7日”: the day of a speech or a notice, unless something is due by it
  if (/日$/.test(text.slice(found.start, found.end)) && !/(?:到|至|于)$/.test(before)) return false
  const year = Number(found.due.end.slice(0, 4))
  return current === undefined
    ? TERM.test(before) || /前$/.test(text.slice(found.start, found.end))
    : year >= current
}

const datesIn = (text: string, forms: readonly Form[], current: number | undefined): readonly DateFound[] => {
  const taken: DateFound[] = []
  for (const form of forms)
    for (const match of text.matchAll(form.pattern)) {
      const start = match.index
      const end = start + match[0].length
      const due = form.due(match, current)
      if (due && !taken.some((found) => start < found.end && end > found.start))
        taken.push({ start, end, due, rule: form.rule, base: isBase(text, start, end) })
    }
  return taken.toSorted((a, b) => a.start - b.start)
}

/** Every date of a text in order, past ones and bases too. */
export const findDates = (text: string, plan: PlanIdentity, knowledge: Knowledge): readonly DateFound[] =>
  datesIn(text, deadlineForms(knowledge), planYear(plan))

const toMention = (due: Due, span: Span, rule: string): Mention => ({
  type: 'Deadline',
  span,
  name: due.name,
  aliases: due.aliases,
  attributes: { start: due.start, end: due.end },
  rule,
})

const mentionsIn = (
  segment: Segment,
  forms: readonly Form[],
  current: number | undefined,
): readonly Mention[] =>
  datesIn(segment.text, forms, current)
    .filter((found) => isTerm(segment.text, found, current))
    .map(({ start, end, due, rule }) =>
      toMention(due, { start: segment.span.start + start, end: segment.span.start + end }, rule),
    )

/** The deadlines of cells that their column's head alone makes dates, by the row they stand in. */
const columnDues = (
  { segments, document }: Reading,
  knowledge: Knowledge,
  current: number | undefined,
): ReadonlyMap<Segment, Mention> => {
  const cells = cellsUnder(segments, columnRoles(knowledge), 'due')
  const stages = cells.size > 0 ? stagesOf(document.text) : new Map<string, Due>()
  return new Map(
    [...cells].flatMap(([row, span]) => {
      const due = dueOfCell(document.text.slice(span.start, span.end).trim(), stages)
      const isPast = due !== undefined && current !== undefined && Number(due.end.slice(0, 4)) < current
      return due && !isPast ? [[row, toMention(due, span, 'due-column')] as const] : []
    }),
  )
}

/** Deadline mentions of a reading, with attributes start and end (ISO dates). Dates before the plan's year are none. */
export const findDeadlines = (reading: Reading, knowledge: Knowledge): Found => {
  const forms = deadlineForms(knowledge)
  const current = planYear(reading.plan)
  const ofColumns = columnDues(reading, knowledge, current)
  const mentions = reading.segments.flatMap((segment) => {
    const own = ofColumns.get(segment)
    const inProse = mentionsIn(segment, forms, current)
    if (!own) return inProse
    return [...inProse.filter(({ span }) => span.end <= own.span.start || span.start >= own.span.end), own]
  })
  return { mentions, facts: [] }
}

/** Which year a figure speaks of: from its sentence, its paragraph, its section's opening or the headings above. */
import type { Knowledge } from '../../knowledge.ts'
import type { Mention, Reading, Section, Segment } from '../../records.ts'
import { AIMED_PART } from '../deadlines/forms.ts'
import { type DateFound, findDates, planYear } from '../deadlines.ts'
import type { Proposal } from './proposal.ts'
import type { Words } from './words.ts'

export type When = {
  readonly year?: number
  /** The date lies before the plan's own years, or the words say that it is reached. */
  readonly past: boolean
  readonly due?: Mention
  /** A period that is over (“十三五”期间). */
  readonly historic: boolean
}

export type Years = (segment: Segment, at: number, nth?: Proposal['nth'], floor?: number) => When

const yearsOf = (date: DateFound): readonly [number, number] => [
  Number(date.due.start.slice(0, 4)),
  Number(date.due.end.slice(0, 4)),
]

// “实现‘十五五’良好开局” is said of the period's first year, and dates nothing by its last.
const BEGUN_OR_ENDED =
  /^[“"]?十[一二三四五六七八九]五[”"]?(?:规划|时期)?(?:良好|精彩|高质量|圆满|胜利)*(?:开局|收官|开门红)/

// “2000年以前建设的管网”: the date says which things are meant.
const OF_THINGS =
  /^[^，。；、]{0,4}年(?:底|末)?(?:以前|之前|前|以来)?(?:建设|建成|修建|投用|投入使用|竣工|开工|实施)的/

// “到2025年，…” at the head of a section's first paragraph dates the paragraphs that follow it.
const OPENING = /^\s*(?:力争)?(?:到|至)\s?$/

/** True where a date opens a sentence or clause, or is said to be a term: “到2025年，…”. */
const governs = (text: string, date: DateFound): boolean => {
  const before = text.slice(0, date.start)
  return /(?:^|[，。；：、\s>*）”]|到|至|力争|确保|争取|规划|计划)$/.test(before)
}

type Context = {
  readonly current?: number
  readonly deadlines: ReadonlyMap<number, Mention>
  readonly words: Words
}

const when = (date: DateFound | undefined, offset: number, context: Context, own = false): When => {
  if (!date) return { past: false, historic: false }
  const [from, to] = yearsOf(date)
  const past = context.current !== undefined && to < context.current
  const due = past ? undefined : context.deadlines.get(offset + date.start)
  if (past && from !== to) return { past, historic: own }
  return {
    year: to,
    past,
    historic: own && past && context.current !== undefined && to < context.current - 1,
    ...(due ? { due } : {}),
  }
}

/** A section's heading as written. */
export const titleOf = (text: string, section: Section): string =>
  section.titleSpan ? text.slice(section.titleSpan.start, section.titleSpan.end) : (section.title ?? '')

const paragraphStart = (reading: Reading, segment: Segment): number =>
  Math.max(
    reading.document.text.lastIndexOf('\n', segment.span.start - 1) + 1,
    segment.sections.at(-1)?.span.start ?? 0,
  )

/** 第一级, 第二级: paragraphs that run parallel share the year of the one before. */
const ordinal = (text: string): string | undefined =>
  /^\s*第[一二三四五六七八九十]+([^，。：；]{1,2})[：:]/.exec(text)?.[1]

// “2024年实施方案” dates all it says; a report looks back and forward, a period plan has terms of its own.
// “附件1”, then “甲县2023年民生实事工作目标”: the title of an annex dates what it lists.
const ANNEX = /^\s*附件\s*[0-9一二三四五六七八九十]*\s*[:：]?/
// The same without “附件” above it: a line of its own that names a year and a list of things to do.
const LIST_TITLE =
  /^[\s#*]*[^，。；：]{0,24}20[0-9]{2}年[^，。；：]{2,24}(?:目标|任务|事项|项目|实事|清单|计划|方案|要点|安排|重点|回顾|总结|建议|工作)[\s*]*$/
const isAnnexTitle = (before: string, text: string): boolean =>
  (before.trim() !== '' && ANNEX.exec(before)?.[0].trim() === before.trim()) ||
  ANNEX.test(text) ||
  LIST_TITLE.test(text)
const annual = (title: string): boolean =>
  !/报告(?!.*(?:分解|分工|任务|清单))|五年|纲要|20[0-9]{2}.*20[0-9]{2}/.test(title)

/** How a title is numbered: 一、 or （一）; '' for one that is not. */
const numberOf = (text: string): string =>
  /^\s*(?:[一二三四五六七八九十]+(、)|[（(][一二三四五六七八九十]+([）)]))/.exec(text)?.slice(1).join('') ??
  ''

type Carried = { readonly date: DateFound; readonly offset: number }

const headingDate = (
  reading: Reading,
  segment: Segment,
  dates: (text: string) => readonly DateFound[],
): Carried | undefined => {
  for (const section of segment.sections.toReversed()) {
    const title = titleOf(reading.document.text, section)
    const date = dates(title).find((d) => !d.base)
    if (date) return { date, offset: section.titleSpan?.start ?? -1e9 }
  }
  return undefined
}

/** A function that tells the year of what stands at a place in a segment. */
export const yearsIn = (
  reading: Reading,
  knowledge: Knowledge,
  deadlines: readonly Mention[],
  words: Words,
): Years => {
  const current = planYear(reading.plan)
  const context = {
    ...(current === undefined ? {} : { current }),
    deadlines: new Map(deadlines.map((d) => [d.span.start, d])),
    words,
  }
  const dates = (text: string): readonly DateFound[] =>
    findDates(text, reading.plan, knowledge).filter(
      (date) =>
        date.rule !== AIMED_PART &&
        ![BEGUN_OR_ENDED, OF_THINGS].some((other) => other.test(text.slice(date.start))),
    )
  const own = new Map<number, readonly DateFound[]>()
  const carried = new Map<number, Carried>()
  const opening = new Map<Section, Carried>()
  const begun = new Set<Section>()
  let paragraph = -1
  let inParagraph: Carried | undefined
  let level: string | undefined
  const annexes = new Map<number, Carried>()
  let annex: Carried | undefined
  let before = ''
  let numbered = ''
  for (const segment of reading.segments) {
    const found = dates(segment.text).filter((date) => !date.base)
    own.set(segment.index, found)
    const titled = isAnnexTitle(before, segment.text) ? segment.text : undefined
    if (titled !== undefined) {
      const date = found.find((d) => d.due.start.slice(0, 4) === d.due.end.slice(0, 4))
      annex = date && annual(titled) ? { date, offset: segment.span.start } : undefined
    }
    // “一、2022年工作回顾” says nothing of what stands under “二、…”.
    else if (annex && numbered !== '' && numbered === numberOf(segment.text)) annex = undefined
    if (titled !== undefined) numbered = numberOf(titled)
    before = segment.text
    if (annex) annexes.set(segment.index, annex)
    const start = paragraphStart(reading, segment)
    if (start !== paragraph) {
      const same = ordinal(segment.text)
      if (same === undefined || same !== level) inParagraph = undefined
      level = same
      paragraph = start
    }
    const parent = segment.sections.at(-2)
    const lead = found.find((date) => OPENING.test(segment.text.slice(0, date.start)))
    const blank = reading.document.text.slice(start, segment.span.start).trim() === ''
    const isFirst = parent !== undefined && segment.kind === 'sentence' && !begun.has(parent)
    if (isFirst) begun.add(parent)
    if (isFirst && blank && lead) opening.set(parent, { date: lead, offset: segment.span.start })
    if (inParagraph) carried.set(segment.index, inParagraph)
    const last = found.findLast((date) => governs(segment.text, date))
    if (last) inParagraph = { date: last, offset: segment.span.start }
  }
  /** “新建管网35公里 | 区水务局 | 2022年12月”: a row's figures are of the date in a later cell. */
  const beside = (segment: Segment, at: number): DateFound | undefined => {
    const cell = segment.cells?.find(
      ({ start, end }) => at + segment.span.start >= start && at + segment.span.start < end,
    )
    if (segment.kind !== 'row' || !cell) return undefined
    return own.get(segment.index)?.find((date) => date.start + segment.span.start >= cell.end)
  }
  const byTitle = annual(reading.plan.title) ? dates(reading.plan.title).find((d) => !d.base) : undefined
  return (segment, at, nth, floor = 0) => {
    const earlier = (own.get(segment.index) ?? []).filter((date) => date.start < at && date.start >= floor)
    const before = (nth ? earlier.at(nth.index - nth.of) : earlier.at(-1)) ?? beside(segment, at)
    // “今年” in a review of 2024 is that year, though the report is of 2025
    const above = (before ?? carried.get(segment.index)?.date)?.due.aliases.includes('今年')
      ? headingDate(reading, segment, dates)
      : undefined
    if (above && when(above.date, above.offset, context).past) return when(above.date, above.offset, context)
    if (before) return when(before, segment.span.start, context, true)
    const from =
      carried.get(segment.index) ??
      segment.sections
        .toReversed()
        .map((section) => opening.get(section))
        .find((date) => date !== undefined) ??
      headingDate(reading, segment, dates) ??
      annexes.get(segment.index)
    if (from) return when(from.date, from.offset, context)
    return when(byTitle, -1e9, context)
  }
}

/**
 * DUE of the project that the clause before a dated milestone names: “续建甲溪水库，总投资3亿元，2025年底前下闸蓄水”.
 * Spans are UTF-16 code units into the document's text.
 */
import type { Knowledge } from '../knowledge.ts'
import type { Fact, Found, Mention, Reading, Segment, Span } from '../records.ts'
import { indexMentions, type Within } from './responsibilities/index-mentions.ts'

type Words = { readonly milestone: RegExp; readonly detail: RegExp }

const CACHE = new WeakMap<Knowledge, Words>()
const either = (words: readonly string[]) =>
  `(?:${[...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})`

const wordsOf = (knowledge: Knowledge): Words => {
  const cached = CACHE.get(knowledge)
  if (cached) return cached
  const of = (kind: string) =>
    knowledge
      .table('milestones')
      .filter((row) => row.kind === kind)
      .map((row) => row.word ?? '')
  const deed = either(of('deed'))
  const step = `(?:完成|取得|通过)(?:工程|项目|全部)*${either(of('step'))}(?:报告|文件|任务|工作|手续|审查|批复|审批|报批|编制)*`
  const made: Words = {
    milestone: new RegExp(
      `^(?:底|末)?(?:之?以?前)?(?:[要将可]|力争|确保|全面|全部|全线|整体|基本|正式|实现|陆续|主体|工程|项目)*(?:${step}|${deed}(?:[并、]?${deed})*)(?:条件)?$`,
    ),
    detail: new RegExp(`^(?:预计|计划|项目|工程|其中)?${either(of('detail'))}[^，。；]*\\d`),
  }
  CACHE.set(knowledge, made)
  return made
}

/** What may stand before the date in its own clause: 力争于2025年底前…. */
const BEFORE_DATE = /^(?:并|且|确保|力争|争取|计划|预计|拟|将|要|于|在|到|至)*$/

/** What may stand between a project and a date in the same clause: 甲溪水厂等3个项目力争2025年…. */
const BESIDE = /^(?:等(?:\d+[个座条处项所])?)?(?:项目|工程|建设)*(?:（[^（）]*）)?$/

/** The comma clauses of a sentence from its start to its end, those in brackets left whole. */
const clausesIn = (text: string): readonly Span[] => {
  const found: Span[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at] ?? '。'
    if ('（('.includes(character)) depth += 1
    if ('）)'.includes(character)) depth = Math.max(0, depth - 1)
    if (at < text.length && (depth > 0 || !/[，,；;。：:]/.test(character))) continue
    found.push({ start, end: at })
    start = at + 1
  }
  return found
}

type Clause = Span & { readonly text: string; readonly ends: string }

/** The projects of the nearest clause above that names any, with nothing between but what describes them. */
const governedAbove = (clauses: readonly Clause[], index: number, within: Within, words: Words) => {
  for (let at = index - 1; at >= 0; at -= 1) {
    const clause = clauses[at] as Clause
    if (/[；;。：:]/.test(clause.ends)) return []
    const projects = within(clause)
    if (projects.length > 0) return projects
    if (!words.detail.test(clause.text.trim())) return []
  }
  return []
}

/** The project that the date follows at once, with those strung to it by 、和. */
const governedBeside = (clause: Clause, due: Mention, within: Within, text: string): readonly Mention[] => {
  const before = within({ start: clause.start, end: due.span.start })
  const last = before.at(-1)
  if (!last) return []
  const lead = text
    .slice(last.span.end, due.span.start)
    .replace(/(?:力争|确保|争取|计划|预计|拟|将|于|在|到)+$/, '')
  if (!BESIDE.test(lead)) return []
  let from = last.span.start
  return before
    .toReversed()
    .filter(({ span }) => {
      const joins = span.end >= from || /^[、和及与]$/.test(text.slice(span.end, from))
      if (joins) from = Math.min(from, span.start)
      return joins
    })
    .toReversed()
}

const inSegment = (
  segment: Segment,
  text: string,
  within: Within,
  dates: readonly Mention[],
  words: Words,
): readonly Fact[] => {
  if (dates.length === 0 || segment.kind !== 'sentence') return []
  const clauses = clausesIn(segment.text).map(({ start, end }): Clause => {
    const span = { start: segment.span.start + start, end: segment.span.start + end }
    return { ...span, text: text.slice(span.start, span.end), ends: segment.text[end] ?? '。' }
  })
  return dates.flatMap((due) => {
    const index = clauses.findIndex(({ start, end }) => start <= due.span.start && due.span.end <= end)
    const clause = clauses[index]
    const tail = clause && text.slice(due.span.end, clause.end).replace(/[（(].*$/s, '')
    if (!clause || !words.milestone.test(tail ?? '')) return []
    const opens = BEFORE_DATE.test(text.slice(clause.start, due.span.start))
    const projects = opens
      ? governedAbove(clauses, index, within, words)
      : governedBeside(clause, due, within, text)
    return projects.map(
      (project): Fact => ({
        predicate: 'DUE',
        subject: project,
        object: due,
        evidence: [{ span: { start: project.span.start, end: clause.end }, part: 'clause' }],
        rule: 'dated-milestone',
        basis: 'stated',
      }),
    )
  })
}

/** Dates of projects that a milestone behind them gives. */
export const findMilestones = (
  reading: Reading,
  knowledge: Knowledge,
  named: { readonly projects: readonly Mention[]; readonly deadlines: readonly Mention[] },
): Found => {
  const words = wordsOf(knowledge)
  const within = indexMentions(named.projects.filter(({ type }) => type === 'Project'))
  const dated = indexMentions(named.deadlines)
  const facts = reading.segments.flatMap((segment) =>
    inSegment(segment, reading.document.text, within, dated(segment.span), words),
  )
  return { mentions: [], facts }
}

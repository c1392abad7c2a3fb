/** Makes the commitment of a clause: phase, how far it binds, what it concerns, by when. */
import type { Commitment, Mention, Reading, Segment, Span } from '../../records.ts'
import type { CommitmentWords, Verb } from './commitment-words.ts'
import { onceByName, type Within } from './index-mentions.ts'

/** What is known of the document's text, each by place. */
export type Known = {
  readonly projects: Within
  readonly indicators: Within
  readonly places: Within
  readonly departments: Within
  readonly deadlines: Within
}

const CLAUSES = /[，,；;。：:！]/

/** The first verb by which any clause of a text undertakes something. */
export const firstVerb = (text: string, words: CommitmentWords): Verb | undefined => {
  for (const clause of text.split(CLAUSES)) {
    const verb = words.verbOf(clause)
    if (verb) return verb
  }
  return undefined
}

/** Does any clause after the first say a deed that can be checked (…，建立…制度)? */
export const hasFirmClause = (text: string, words: CommitmentWords): boolean =>
  text.split(CLAUSES).some((clause, index) => index > 0 && words.verbOf(clause)?.firm === true)

const isOutside = (mention: Mention, others: readonly Mention[]): boolean =>
  !others.some(({ span }) => span.start <= mention.span.start && mention.span.end <= span.end)

/** The one date in a clause; where there are several, the last: 2022年开工，2025年建成 is due in 2025. */
const dueIn = (span: Span, known: Known): Mention | undefined => {
  const dates = known.deadlines(span)
  return dates.length > 0
    ? dates.reduce((late, date) =>
        String(date.attributes.end ?? '') > String(late.attributes.end ?? '') ? date : late,
      )
    : undefined
}

/** The commitment that a span of text states. */
export const commitmentOf = (text: string, span: Span, words: CommitmentWords, known: Known): Commitment => {
  const own = text.slice(span.start, span.end)
  const projects = known.projects(span)
  const places = known.places(span).filter((place) => isOutside(place, projects))
  const phase = firstVerb(own, words)?.phase ?? undefined
  const strength = words.strengthOf(own)
  const due = dueIn(span, known)
  return {
    span,
    concerns: [...onceByName(projects), ...onceByName(known.indicators(span)), ...onceByName(places)],
    ...(phase ? { phase } : {}),
    ...(strength ? { strength } : {}),
    ...(due ? { due } : {}),
  }
}

const LONGEST_HEADING_LINE = 32

/**
 * The segments that tell what was: under a heading such as 工作回顾, or after a short line that says so, up to the one
 * from which the plan undertakes again (工作安排).
 */
export const reportedSegments = (reading: Reading, words: CommitmentWords): ReadonlySet<Segment> => {
  const reported = new Set<Segment>()
  let part: 'reported' | 'planned' | undefined
  for (const segment of reading.segments) {
    const line = segment.text.trim()
    const isHeading =
      segment.kind === 'heading' || (line.length <= LONGEST_HEADING_LINE && !/[。；，]/.test(line))
    const opened = isHeading ? words.opens(line) : undefined
    if (opened) part = opened
    else if (segment.kind === 'heading' && segment.sections.length <= 2) part = undefined
    const titles = segment.sections.filter(({ kind }) => kind !== 'box').map(({ title }) => title ?? '')
    const under = titles.map(words.opens).findLast((kind) => kind !== undefined)
    if ((under ?? part) === 'reported') reported.add(segment)
  }
  return reported
}

/** The clauses of a sentence between semicolons outside brackets and quotes; rows are not cut. */
export const clausesOf = (segment: Segment): readonly Span[] => {
  if (segment.kind === 'row') return [segment.span]
  const clauses: Span[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < segment.text.length; at += 1) {
    const character = segment.text[at] ?? ''
    if ('（(“《'.includes(character)) depth += 1
    if ('）)”》'.includes(character)) depth = Math.max(0, depth - 1)
    if (depth > 0 || (character !== '；' && character !== ';')) continue
    clauses.push({ start: segment.span.start + start, end: segment.span.start + at + 1 })
    start = at + 1
  }
  if (segment.text.slice(start).trim() !== '')
    clauses.push({ start: segment.span.start + start, end: segment.span.end })
  return clauses
}

/** A span without white space, list marks and item numbers at its edges. */
export const tidy = (reading: Reading, span: Span): Span => {
  const text = reading.document.text.slice(span.start, span.end)
  const lead =
    /^[\s—–\-·•*#|]*(?:(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).．、](?!\d))\s*)?/.exec(text)?.[0].length ??
    0
  const tail = /[\s|]*$/.exec(text.slice(lead))?.[0].length ?? 0
  return { start: span.start + lead, end: span.end - tail }
}

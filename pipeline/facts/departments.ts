/**
 * Finds the public bodies a document names: in duty notes, in lists of addressees, and in running text.
 * Mentions' spans are UTF-16 code units into the document's text; names are completed by the document's own level.
 */
import type { Knowledge } from '../knowledge.ts'
import type { Found, Mention, Reading, Segment, Span } from '../records.ts'
import { overlaps } from '../spans.ts'
import { mergeBodies } from './departments/merge.ts'
import { jurisdictionOf, nameBody, writtenLevel } from './departments/names.ts'
import { bodiesInProse } from './departments/prose.ts'
import { sharedTails } from './departments/shared-tails.ts'
import { departmentVocabulary } from './departments/vocabulary.ts'
import { dutyWords } from './responsibilities/duty-words.ts'
import { findNotes, type Notes } from './responsibilities/notes.ts'
import { readUnits } from './responsibilities/units.ts'

type Written = {
  readonly span: Span
  readonly rule: string
  readonly context?: string
  /** What a list writes once, behind its last name: 镇人民政府 for 甲溪 in 甲溪、乙河镇人民政府. */
  readonly tail?: string
}

const ADDRESSEES = /^\s*(?:抄送|主送|抄报|发送)[：:]/

/** A list of addressees may run over several lines, up to its full stop. */
const LONGEST_LIST = 400

/** Levels pass on along a list: 区农村发展局、经济发展局. */
const inList = (
  text: string,
  spans: readonly Span[],
  rule: string,
  levelOf: (written: string) => string | undefined,
  isBody: (written: string) => boolean,
): readonly Written[] => {
  let context: string | undefined
  const tails = sharedTails(text, spans, isBody)
  return spans.map((span) => {
    const own = levelOf(text.slice(span.start, span.end))
    const tail = tails.get(span.start)
    const written = {
      span,
      rule,
      ...(context === undefined ? {} : { context }),
      ...(tail === undefined ? {} : { tail }),
    }
    context = own ?? context
    return written
  })
}

const addressees = (text: string, segment: Segment, knowledge: Knowledge): readonly Span[] => {
  const opened = ADDRESSEES.exec(segment.text)
  if (!opened) return []
  const from = segment.span.start + opened[0].length
  const after = text.slice(from, from + LONGEST_LIST)
  const stop = after.search(/。|\n\s*\n/)
  const inside = stop < 0 ? after.slice(0, segment.span.end - from) : after.slice(0, stop)
  return readUnits(inside, dutyWords(knowledge)).units.map(({ span }) => ({
    start: from + span.start,
    end: from + span.end,
  }))
}

/** The level most bodies in the notes are written with; the jurisdiction's where no two agree. */
const commonLevel = (levels: readonly (string | undefined)[], fallback: string): string => {
  const counts = new Map<string, number>()
  for (const level of levels) if (level !== undefined) counts.set(level, (counts.get(level) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best && best[1] > 1 ? best[0] : fallback
}

/** Where a note names several bodies, from the first to the last. */
const noteSpans = (notes: Notes['notes']): readonly Span[] =>
  notes.flatMap(({ units }) => {
    const [first, last] = [units[0], units.at(-1)]
    return first && last && first !== last ? [{ start: first.span.start, end: last.span.end }] : []
  })

/** All bodies named in a document; one mention for each place where one stands. Makes no facts. */
export const findDepartments = (reading: Reading, knowledge: Knowledge): Found => {
  const vocabulary = departmentVocabulary(knowledge)
  const own = jurisdictionOf(reading.plan)
  const text = reading.document.text
  const levelOf = (written: string) => writtenLevel(written, vocabulary)
  const isBody = (written: string) =>
    vocabulary.sureness(written) !== undefined || vocabulary.isCharge(written)
  const notes = findNotes(reading, knowledge).notes.filter(({ merged }) => !merged)
  const levels = notes.flatMap((note) =>
    note.units.map(({ span }) => levelOf(text.slice(span.start, span.end))),
  )
  const jurisdiction = { ...own, level: commonLevel(levels, own.level) }
  const noted = notes.flatMap((note) => [
    ...inList(
      text,
      note.units.map((unit) => unit.span),
      `department-in-note-${note.form}`,
      levelOf,
      isBody,
    ),
    ...(note.standing ? [{ span: note.standing, rule: 'department-standing' }] : []),
  ])
  const addressed = reading.segments.flatMap((segment) =>
    inList(text, addressees(text, segment, knowledge), 'department-addressed', levelOf, isBody).filter(
      ({ span }) => vocabulary.sureness(text.slice(span.start, span.end)),
    ),
  )
  const listed = [...noted, ...addressed]
  const learnt = [...new Set(noted.map(({ span }) => text.slice(span.start, span.end)))].filter(
    (name) => name.length >= 4 && vocabulary.sureness(name) !== 'weak' && !vocabulary.isClass(name),
  )
  const free = reading.segments.flatMap((segment): readonly Written[] =>
    bodiesInProse(segment.text, jurisdiction, vocabulary, learnt).map(({ span, rule }) => ({
      rule,
      span: { start: segment.span.start + span.start, end: segment.span.start + span.end },
    })),
  )
  const written = [
    ...listed,
    ...free.filter(({ span }) => !listed.some((other) => overlaps(span, other.span))),
  ]
  const mentions = written
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, rule, context, tail = '' }): Mention => {
      const form = `${text.slice(span.start, span.end)}${tail}`
      const isCharge = vocabulary.isCharge(form) && !vocabulary.sureness(form)
      const named = nameBody(
        isCharge ? `${context ?? jurisdiction.level}${form}部门` : form,
        jurisdiction,
        vocabulary,
        context,
      )
      const { name, level } = named
      const bare = tail ? [form.slice(0, -tail.length)] : []
      const aliases = isCharge ? [...named.aliases, form] : [...named.aliases, ...bare]
      return {
        type: 'Department',
        span,
        name,
        aliases,
        attributes: level === undefined ? {} : { level },
        rule,
      }
    })
  return { mentions: mergeBodies(mentions, vocabulary, noteSpans(notes)), facts: [] }
}

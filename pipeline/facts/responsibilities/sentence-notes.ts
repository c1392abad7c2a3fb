/** Duty notes that are a sentence of their own behind the task: “…治理二期。甲局牵头，乙局配合。” */
import type { Span } from '../../records.ts'
import { overlaps } from '../../spans.ts'
import type { Vocabulary } from '../departments/vocabulary.ts'
import { type Site, shift } from './bracket-notes.ts'
import type { DutyWords } from './duty-words.ts'
import { type DutyNote, FIRST_LEADS } from './note.ts'
import { readUnits } from './units.ts'

const SENTENCE = /(?<=^|[。；;])[ \t　]*([^。；;\n：:]{4,160})(?=[。；;]|\s*$)/g

/** The small words between bodies and what they do. */
const BETWEEN = /等|由|分别|按(?:照)?(?:各自)?职责(?:分工)?|[，、。；]/g

/** 甲局牵头，乙局配合，2025年9月底前完成: the date behind the bodies. */
const DATED = /[，,](?:确保|力争)?(?:于|在)?[^，。；]*\d[^，。；]*前(?:全部|全面)?(?:完成|落实|办结|建成)$/

/** So much of the sentence must be names of bodies; the rest is what they do. */
const BODIES = 0.6

/** Sentences in a block that name bodies and what part they have, and nothing else. */
export const sentenceNotes = (
  site: Site,
  taken: readonly Span[],
  words: DutyWords,
  vocabulary: Vocabulary,
): readonly DutyNote[] =>
  [...site.text.matchAll(SENTENCE)].flatMap((match): readonly DutyNote[] => {
    const whole = match[1] ?? ''
    const inside = whole.replace(DATED, '')
    const start = site.at + match.index + match[0].length - whole.length
    const span = { start, end: start + whole.length }
    if (taken.some((other) => overlaps(other, span))) return []
    // At the block's start it must follow a sentence on the same line.
    if (match.index === 0 && !/[。；;]\s*$/.test(site.before)) return []
    if (!words.endsVerb.test(inside)) return []
    const { units, verbs } = readUnits(inside, words)
    const sure = units.map((unit) => vocabulary.sureness(inside.slice(unit.span.start, unit.span.end)))
    const covered = units.reduce((sum, unit) => sum + unit.span.end - unit.span.start, 0)
    const bare = inside.replace(words.verbs, '').replace(BETWEEN, '').length
    const certain = sure.some((value) => value === 'known' || value === 'strong')
    if (!verbs || !certain || sure.includes(undefined) || covered < bare * BODIES) return []
    return [
      {
        span,
        block: site.block,
        form: 'bracket',
        units: shift(units, start),
        firstLeads: FIRST_LEADS.test(inside),
      },
    ]
  })

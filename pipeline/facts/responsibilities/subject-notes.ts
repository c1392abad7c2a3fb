/** Duty notes that open their text: “县财政局：负责资金筹措。”, “县发展改革局、县水利局：…”, as lists of duties have them. */
import type { Vocabulary } from '../departments/vocabulary.ts'
import { markerOf } from './blocks.ts'
import { type Site, shift } from './bracket-notes.ts'
import type { DutyWords } from './duty-words.ts'
import type { DutyNote } from './note.ts'
import { readUnits } from './units.ts'

const OPENING =
  /^([^。；：:\n（(]{3,80}(?:[（(][^）)\n]{1,20}[）)])?)([：:]|。(?=(?:负责|牵头|统筹|承担|配合|协助|参与)))\s*(?=\S{6})/

/** “各乡镇人民政府：现将…” addresses them and gives them nothing to do. */
const LETTER = /^(?:现将|为|根据|按照|依据|你们|你单位|经|《|来文|关于)/

/** The note of a block that names bodies and then, behind a colon, what they do. */
export const subjectNotes = (site: Site, words: DutyWords, vocabulary: Vocabulary): readonly DutyNote[] => {
  const lead = markerOf(site.text)?.length ?? /^\s*/.exec(site.text)?.[0].length ?? 0
  const own = site.text.slice(lead)
  const match = OPENING.exec(own)
  const inside = match?.[1] ?? ''
  const rest = own.slice(match?.[0].length ?? 0)
  if (!match || words.opensLabel.test(own) || LETTER.test(rest)) return []
  const { units, verbs, labelled } = readUnits(inside, words)
  const sure = units.map(({ span }) => vocabulary.sureness(inside.slice(span.start, span.end)))
  const covered = units.reduce((sum, { span }) => sum + span.end - span.start + 1, 0)
  if (verbs || labelled || units.length === 0 || covered < inside.length) return []
  if (!sure.every((value) => value === 'known' || value === 'strong')) return []
  const from = site.at + lead
  const task = { start: from + match[0].length, end: site.at + site.text.length }
  const helps = /^(?:积极|主动)?(?:配合|协助|参与|支持)/.test(rest)
  return [
    {
      span: { start: from, end: from + inside.length },
      block: site.block,
      form: 'subject',
      units: shift(units, from).map((unit) => (helps ? { ...unit, role: 'support' as const } : unit)),
      task,
      firstLeads: false,
    },
  ]
}

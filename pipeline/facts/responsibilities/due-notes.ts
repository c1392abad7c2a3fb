/** Dates that stand beside a duty note: 完成时限：2025年6月底前 on a line below it, or the 完成时限 cell of its row. */
import type { Fact, Mention, Reading, Span } from '../../records.ts'
import type { Known } from './commitments.ts'
import type { DutyWords } from './duty-words.ts'
import { ASIDE } from './groups.ts'
import { onceByName } from './index-mentions.ts'
import type { Duty } from './scope.ts'

/** Every text that a duty note governs, with the one date beside the note. */
export type DueNote = {
  readonly span: Span
  readonly due: Mention
  /** The parts of a text that names dates of its own to which the note's date is left; the whole text else. */
  readonly parts: readonly Span[]
}

/** How far a label with its date reaches behind a note. */
const LONGEST_ASIDE = 60

/** The end of the “完成时限：…” lines that follow a note. */
const asideEnd = (text: string, from: number, words: DutyWords): number => {
  let end = from
  for (;;) {
    const rest = text.slice(end, end + LONGEST_ASIDE)
    const lead = /^[\s。；;，）)】\]*]*/.exec(rest)?.[0].length ?? 0
    const label = words.opensLabel.exec(rest.slice(lead))
    if (!label || words.roleOfLabel(label[1] ?? '') !== 'none') return end
    const value = /^[^\n。；]*/.exec(rest.slice(lead + label[0].length))?.[0] ?? ''
    if (!ASIDE.test(value)) return end
    end += lead + label[0].length + value.length
  }
}

/** The one date of a label, those left out that the text itself names: of 8月底前、2024年12月 the first is one clause's. */
const only = (dates: readonly Mention[], own: readonly Mention[] = []): Mention | undefined => {
  const left = dates.filter(({ name }) => !own.some((date) => date.name === name))
  return onceByName(left).length === 1 ? left[0] : undefined
}

/** What stands between semicolons and full stops; a clause with a date of its own is not the label's. */
const undatedParts = (text: string, { start, end }: Span, known: Known): readonly Span[] => {
  const parts: Span[] = []
  let from = start
  for (const part of text.slice(start, end).split(/(?<=[；;。])/)) {
    parts.push({ start: from, end: from + part.length })
    from += part.length
  }
  return parts.filter((part) => known.deadlines(part).length === 0)
}

/** Texts with the date that stands beside their note; of a text with dates of its own only the parts that have none. */
export const dueNotes = (
  reading: Reading,
  duties: readonly Duty[],
  known: Known,
  words: DutyWords,
): readonly DueNote[] =>
  duties.flatMap((duty) => {
    const { text } = reading.document
    const alone = duty.governed.length === 1
    return duty.governed.flatMap(({ span }): readonly DueNote[] => {
      const own = known.deadlines(span)
      const row =
        duty.form === 'column' ? reading.segments.find((one) => one.span.end > span.start) : undefined
      // Behind the text itself, else, where the note governs nothing else, behind the note.
      const behind = { start: span.end, end: asideEnd(text, span.end, words) }
      const around = { start: span.end, end: asideEnd(text, duty.span.end, words) }
      const due =
        only(known.deadlines(row?.span ?? behind), own) ??
        (alone && !row && around.end > around.start ? only(known.deadlines(around), own) : undefined) ??
        // （甲局牵头，2025年底前完成）
        (alone && !row && own.length === 0 ? only(known.deadlines(duty.span)) : undefined)
      if (!due || (own.length > 0 && row)) return []
      return [{ span, due, parts: own.length > 0 ? undatedParts(text, span, known) : [span] }]
    })
  })

/** DUE for each project that such a text is about. */
export const dueFacts = (notes: readonly DueNote[], known: Known): readonly Fact[] =>
  notes.flatMap(({ span, due, parts }) =>
    onceByName(parts.flatMap(known.projects)).map(
      (project): Fact => ({
        predicate: 'DUE',
        subject: project,
        object: due,
        evidence: [
          { span, part: 'clause' },
          { span: due.span, part: 'clause' },
        ],
        rule: 'due-note',
        basis: 'stated',
      }),
    ),
  )

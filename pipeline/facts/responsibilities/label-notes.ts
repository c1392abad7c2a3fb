/** Duty notes behind labels in the open text: 责任单位：甲局牵头，乙局参与. */
import type { Span } from '../../records.ts'
import { sharedTails } from '../departments/shared-tails.ts'
import type { Vocabulary } from '../departments/vocabulary.ts'
import { plausible, type Site, shift } from './bracket-notes.ts'
import type { DutyWords } from './duty-words.ts'
import { type DutyNote, FIRST_LEADS } from './note.ts'
import { readUnits } from './units.ts'

const NEXT_ITEM = /(?<=[\s\u4e00-\u9fa5）)])(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十]+[）)]|[①-⑳])/

/** Where, after a space, a text goes on that names no body and opens no label: the next item of a text without line ends. */
const foreignText = (inside: string, from: number, words: DutyWords, vocabulary: Vocabulary): number => {
  for (const space of inside.slice(from).matchAll(/\s+/g)) {
    const at = from + space.index + space[0].length
    const piece = /^[^、，；。\s：:]*/.exec(inside.slice(at))?.[0] ?? ''
    const opens = words.opensLabel.test(inside.slice(at))
    const bare = piece.replace(/[^\u4e00-\u9fa5]/g, '')
    if (
      !opens &&
      bare.length >= 4 &&
      readUnits(piece, words).units.every(
        ({ span }) => !vocabulary.sureness(piece.slice(span.start, span.end)),
      )
    )
      return from + space.index
  }
  return inside.length
}

/** Labels that stand in the open text: from the label to the full stop, the next item or the block's end. */
export const labelNotes = (
  site: Site,
  taken: readonly Span[],
  words: DutyWords,
  vocabulary: Vocabulary,
): readonly DutyNote[] => {
  const notes: DutyNote[] = []
  let done = 0
  for (const match of site.text.matchAll(words.label)) {
    const from = site.at + match.index
    const role = words.roleOfLabel(match[1] ?? '')
    const inBracket = taken.some((span) => from >= span.start && from < span.end)
    const isBracket = /^[【［[]/.test(match[0])
    if (match.index < done || role === 'none' || (inBracket && !isBracket)) continue
    if (!isBracket && !/(?:^|[\s。；;，,*：:）)|·-])$/.test(site.text.slice(0, match.index))) continue
    const rest = site.text.slice(match.index)
    const head = match[0].length
    const stop = [/。/.exec(rest.slice(head))?.index, NEXT_ITEM.exec(rest.slice(head))?.index].filter(
      (value) => value !== undefined,
    )
    const whole = rest.slice(0, head + Math.min(rest.length - head, ...stop))
    const inside = whole.slice(0, foreignText(whole, head, words, vocabulary))
    done = match.index + inside.length
    const all = readUnits(inside, words).units
    const tails = sharedTails(
      inside,
      all.map(({ span }) => span),
      (name) => vocabulary.sureness(name) !== undefined || vocabulary.isCharge(name),
    )
    const units = all.filter(
      ({ span }) => tails.has(span.start) || plausible(inside.slice(span.start, span.end), vocabulary),
    )
    if (units.length === 0) continue
    notes.push({
      span: { start: from, end: from + inside.length },
      block: site.block,
      form: 'labelled',
      units: shift(units, from),
      firstLeads: FIRST_LEADS.test(inside),
    })
  }
  return notes
}

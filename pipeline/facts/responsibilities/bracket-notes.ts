/** Duty notes in brackets: （牵头单位：甲局）, （甲局牵头，乙局配合）, （甲局、乙局） at the end of an item. */
import type { Span } from '../../records.ts'
import { sharedTails } from '../departments/shared-tails.ts'
import type { Vocabulary } from '../departments/vocabulary.ts'
import type { DutyWords } from './duty-words.ts'
import { type DutyNote, FIRST_LEADS } from './note.ts'
import { readUnits, type Unit } from './units.ts'

export type Site = {
  readonly text: string
  readonly at: number
  readonly block: number
  /** The characters before the block, where a title on the same line may end. */
  readonly before: string
}

const BRACKET =
  /[（(【〔[]((?:[^（）()【】〔〕[\]]|（[^（）]*）|\([^()]*\))*)[）)】〕\]]|[【〔[]([^【】〔〕[\]\n]{2,200})[】〕\]]/g

const STANDING = /以下(?:各项)?(?:工作|任务|措施)?均(?:需|由|须)(.+?)(?:负责|组织)?落实/

/** （甲局负责，2024年6月底前完成）: by when, no body. */
const DATE = /\d{4}年|\d{1,2}月|^(?:今|明)?年底|底前|完成$/

const SENTENCE_END = /[。；;！\n]\s*$/

export const shift = (units: readonly Unit[], by: number): readonly Unit[] =>
  units.map((unit) => ({ ...unit, span: { start: unit.span.start + by, end: unit.span.end + by } }))

export const plausible = (name: string, vocabulary: Vocabulary): boolean =>
  vocabulary.sureness(name) !== undefined ||
  vocabulary.isCharge(name) ||
  (name.length >= 3 && name.length <= 15 && !/[\d年月]/.test(name))

const bracketNote = (
  site: Site,
  match: RegExpExecArray,
  words: DutyWords,
  vocabulary: Vocabulary,
): DutyNote | undefined => {
  const inside = match[1] ?? match[2] ?? ''
  const from = site.at + match.index
  // 甲局牵头，乙局配合。以下均需…落实，不再列出: who does it is said in the first sentence.
  const nameOf = ({ span }: Unit) => inside.slice(span.start, span.end)
  const all = readUnits(/^[^。]*/.exec(inside)?.[0] ?? '', words)
  const read = { ...all, units: all.units.filter((unit) => !DATE.test(nameOf(unit))) }
  // 发展改革、教育等部门负责: charges stand for their offices.
  const byCharge = /等(?:有关|相关|职能|主管)?(?:部门|单位)/.test(inside)
  const tails = sharedTails(
    inside,
    read.units.map(({ span }) => span),
    (name) => vocabulary.sureness(name) !== undefined || vocabulary.isCharge(name),
  )
  const sure = read.units.map(
    (unit) =>
      (tails.has(unit.span.start) ? ('known' as const) : vocabulary.sureness(nameOf(unit))) ??
      (byCharge && vocabulary.isCharge(nameOf(unit)) ? ('known' as const) : undefined),
  )
  const standing = STANDING.exec(inside)
  const note = (units: readonly Unit[], form: DutyNote['form']): DutyNote => ({
    span: { start: from, end: from + match[0].length },
    block: site.block,
    form,
    units: shift(units, from + 1),
    firstLeads: FIRST_LEADS.test(inside),
    ...(standing
      ? { standing: { start: from + 1 + standing.index + standing[0].indexOf(standing[1] ?? ''), end: 0 } }
      : {}),
  })
  const withStanding = (made: DutyNote): DutyNote =>
    made.standing && standing
      ? { ...made, standing: { ...made.standing, end: made.standing.start + (standing[1] ?? '').length } }
      : made
  if (read.labelled && words.opensLabel.test(inside)) {
    const units = read.units.filter(
      (unit) => tails.has(unit.span.start) || plausible(nameOf(unit), vocabulary),
    )
    return units.length > 0 ? withStanding(note(units, 'labelled')) : undefined
  }
  if (!/^[（(〔]/.test(match[0]) && !read.verbs) return undefined
  const certain = sure.some((value) => value === 'known' || value === 'strong')
  if (read.units.length === 0 || !certain || sure.some((value) => value === undefined)) return undefined
  if (read.verbs) return withStanding(note(read.units, 'bracket'))
  const before = site.before + site.text.slice(0, match.index)
  const after = site.text.slice(match.index + match[0].length)
  // 责任单位：县水务局（县河长办）: the second name of the body before it
  if (read.units.length === 1 && /(?:单位|部门)[：:][^。\n]*[局委办厅]$/.test(before)) return undefined
  const closesSentence = SENTENCE_END.test(before) || /^\s*(?:[。；;]|$)/.test(after)
  const covered = read.units.reduce((sum, unit) => sum + unit.span.end - unit.span.start, 0)
  return closesSentence && before.trim() !== '' && covered >= inside.length * 0.7
    ? withStanding(note(read.units, 'bracket'))
    : undefined
}

/** The brackets of a block that are duty notes, and where all its brackets stand. */
export const bracketNotes = (
  site: Site,
  words: DutyWords,
  vocabulary: Vocabulary,
): { readonly notes: readonly DutyNote[]; readonly brackets: readonly Span[] } => {
  const matches = [...site.text.matchAll(BRACKET)]
  return {
    notes: matches.flatMap((match) => bracketNote(site, match, words, vocabulary) ?? []),
    brackets: matches.map((match) => ({
      start: site.at + match.index,
      end: site.at + match.index + match[0].length,
    })),
  }
}

/**
 * Finds the duty notes of a document: labelled lines (牵头单位：甲局), labelled or bare brackets at the end of an item
 * （甲局、乙局负责）, and the duty columns of tables. Spans are UTF-16 code units into the document's text.
 */
import type { Knowledge } from '../../knowledge.ts'
import type { Reading, Span } from '../../records.ts'
import { departmentVocabulary, type Vocabulary } from '../departments/vocabulary.ts'
import { type Block, blocksOf } from './blocks.ts'
import { columnNotes } from './columns.ts'
import { type DutyWords, dutyWords } from './duty-words.ts'
import { readUnits, type Unit } from './units.ts'

export type DutyNote = {
  /** The note with its brackets or labels; for a column, the cell. */
  readonly span: Span
  /** Index of the block it stands in. */
  readonly block: number
  readonly form: 'labelled' | 'bracket' | 'column'
  readonly units: readonly Unit[]
  /** For a column: the cell that says what is to be done. */
  readonly task?: Span
  /** The note says of all notes from here on that the body named first leads. */
  readonly firstLeads: boolean
  /** A body that answers for everything from here on, without being named again. */
  readonly standing?: Span
}

export type Notes = { readonly blocks: readonly Block[]; readonly notes: readonly DutyNote[] }

const BRACKET = /[（(【〔[]((?:[^（）()【】〔〕[\]]|（[^（）]*）|\([^()]*\))*)[）)】〕\]]/g
const FIRST_LEADS = /(?:第一|首)(?:位|个|名)?(?:者|的)?(?:单位|部门|责任单位)?(?:的)?(?:为|是)(?:总)?牵头/
const STANDING = /以下(?:各项)?(?:工作|任务|措施)?均(?:需|由|须)(.+?)(?:负责|组织)?落实/
const NEXT_ITEM = /(?<=[\s\u4e00-\u9fa5）)])(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十]+[）)]|[①-⑳])/
const SENTENCE_END = /[。；;！\n]\s*$/

const shift = (units: readonly Unit[], by: number): readonly Unit[] =>
  units.map((unit) => ({ ...unit, span: { start: unit.span.start + by, end: unit.span.end + by } }))

/** 列第一位者为牵头单位: the first of several leads, the others support. */
const ranked = (units: readonly Unit[], firstLeads: boolean): readonly Unit[] =>
  firstLeads && units.every((unit) => unit.role === 'lead')
    ? units.map((unit, index) => (index === 0 ? unit : { ...unit, role: 'support' as const }))
    : units

const plausible = (name: string, vocabulary: Vocabulary): boolean =>
  vocabulary.sureness(name) !== undefined || (name.length >= 3 && name.length <= 15 && !/[\d年月]/.test(name))

type Site = {
  readonly text: string
  readonly at: number
  readonly block: number
  /** The characters before the block, where a title on the same line may end. */
  readonly before: string
}

const bracketNote = (
  site: Site,
  match: RegExpExecArray,
  words: DutyWords,
  vocabulary: Vocabulary,
): DutyNote | undefined => {
  const inside = match[1] ?? ''
  const from = site.at + match.index
  const read = readUnits(inside, words)
  const nameOf = ({ span }: Unit) => inside.slice(span.start, span.end)
  const sure = read.units.map((unit) => vocabulary.sureness(nameOf(unit)))
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
    const units = read.units.filter((unit) => plausible(nameOf(unit), vocabulary))
    return units.length > 0 ? withStanding(note(units, 'labelled')) : undefined
  }
  if (!/^[（(〔]/.test(match[0])) return undefined
  const certain = sure.some((value) => value === 'known' || value === 'strong')
  if (read.units.length === 0 || !certain || sure.some((value) => value === undefined)) return undefined
  if (read.verbs) return withStanding(note(read.units, 'bracket'))
  const before = site.before + site.text.slice(0, match.index)
  const after = site.text.slice(match.index + match[0].length)
  const closesSentence = SENTENCE_END.test(before) || /^\s*(?:[。；;]|$)/.test(after)
  const covered = read.units.reduce((sum, unit) => sum + unit.span.end - unit.span.start, 0)
  return closesSentence && before.trim() !== '' && covered >= inside.length * 0.7
    ? withStanding(note(read.units, 'bracket'))
    : undefined
}

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
const labelNotes = (
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
    const units = readUnits(inside, words).units.filter((unit) =>
      plausible(inside.slice(unit.span.start, unit.span.end), vocabulary),
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

const blockNotes = (site: Site, words: DutyWords, vocabulary: Vocabulary): readonly DutyNote[] => {
  const brackets = [...site.text.matchAll(BRACKET)].flatMap(
    (match) => bracketNote(site, match, words, vocabulary) ?? [],
  )
  const all = [...site.text.matchAll(BRACKET)].map((match) => ({
    start: site.at + match.index,
    end: site.at + match.index + match[0].length,
  }))
  return [...brackets, ...labelNotes(site, all, words, vocabulary)].sort(
    (a, b) => a.span.start - b.span.start,
  )
}

/** A sentence outside the notes that ranks the bodies of all of them: 责任单位中排第一位的为牵头单位. */
const ranksAll = (reading: Reading): boolean =>
  reading.segments.some((segment) => {
    const found = FIRST_LEADS.exec(segment.text)
    return found !== null && /责任单位|责任部门|牵头单位/.test(segment.text) && !/负责/.test(segment.text)
  })

/** All duty notes of a document in order, with the blocks they stand in. */
export const findNotes = (reading: Reading, knowledge: Knowledge): Notes => {
  const words = dutyWords(knowledge)
  const vocabulary = departmentVocabulary(knowledge)
  const blocks = blocksOf(reading, words.opensLabel)
  const text = reading.document.text
  const found = blocks.flatMap((block, index) =>
    block.kind === 'row'
      ? []
      : blockNotes(
          {
            text: text.slice(block.span.start, block.span.end),
            at: block.span.start,
            block: index,
            before: text.slice(Math.max(0, block.span.start - 3), block.span.start),
          },
          words,
          vocabulary,
        ),
  )
  const columns = columnNotes(reading, blocks, words, vocabulary)
  const notes = [...found, ...columns].sort((a, b) => a.span.start - b.span.start)
  let firstLeads = ranksAll(reading)
  return {
    blocks,
    notes: notes.map((note) => {
      firstLeads ||= note.firstLeads
      return { ...note, units: ranked(note.units, firstLeads) }
    }),
  }
}

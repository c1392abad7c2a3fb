/**
 * Finds the duty notes of a document: labelled lines (牵头单位：甲局), labelled or bare brackets at the end of an item
 * （甲局、乙局负责）, and the duty columns of tables. Spans are UTF-16 code units into the document's text.
 */
import type { Knowledge } from '../../knowledge.ts'
import type { Reading } from '../../records.ts'
import { departmentVocabulary, type Vocabulary } from '../departments/vocabulary.ts'
import { type Block, blocksOf } from './blocks.ts'
import { bracketNotes, type Site } from './bracket-notes.ts'
import { columnNotes } from './columns.ts'
import { type DutyWords, dutyWords } from './duty-words.ts'
import { labelNotes } from './label-notes.ts'
import { type DutyNote, FIRST_LEADS } from './note.ts'
import { sentenceNotes } from './sentence-notes.ts'
import { subjectNotes } from './subject-notes.ts'
import type { Unit } from './units.ts'

export type { DutyNote } from './note.ts'

export type Notes = { readonly blocks: readonly Block[]; readonly notes: readonly DutyNote[] }

/** 列第一位者为牵头单位: the first of several leads, the others support. */
const ranked = (units: readonly Unit[], firstLeads: boolean): readonly Unit[] =>
  firstLeads && units.every((unit) => unit.role === 'lead')
    ? units.map((unit, index) => (index === 0 ? unit : { ...unit, role: 'support' as const }))
    : units

const blockNotes = (site: Site, words: DutyWords, vocabulary: Vocabulary): readonly DutyNote[] => {
  const { notes, brackets } = bracketNotes(site, words, vocabulary)
  const labelled = labelNotes(site, brackets, words, vocabulary)
  const taken = [...brackets, ...labelled.map(({ span }) => span)]
  if (notes.length === 0 && labelled.length === 0) {
    const subject = subjectNotes(site, words, vocabulary)
    if (subject.length > 0) return subject
  }
  return [...notes, ...labelled, ...sentenceNotes(site, taken, words, vocabulary)].sort(
    (a, b) => a.span.start - b.span.start,
  )
}

/** A sentence outside the notes that ranks the bodies of all of them: 责任单位中排第一位的为牵头单位. */
const ranksAll = (reading: Reading): boolean =>
  reading.segments.some((segment) => {
    const found = FIRST_LEADS.exec(segment.text)
    return (
      found !== null && /责任单位|责任部门|牵头单位/.test(segment.text) && !/负责|下同/.test(segment.text)
    )
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

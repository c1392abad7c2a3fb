/** Whether words are the text's own, and lie in the section that they are said to lie in. */
import type { SectionRecord } from '../../../graph/model.ts'
import { codePointSlicer } from './slice.ts'

/** What is wrong, or undefined. */
export type Fault = string | undefined

export type Misquoted = (words: string, start: number, end: number) => Fault

/** Offsets are code points. Empty words are no quote. */
export const quotesOf = (text: string): Misquoted => {
  const slice = codePointSlicer(text)
  return (words, start, end) =>
    words === slice(start, end) && words !== ''
      ? undefined
      : `Unexpected words “${words}”, expected the text's own from ${start} to ${end}`
}

export type Misplaced = (words: string, start: number, end: number, section: string) => Fault

export const placesIn = (sections: readonly SectionRecord[], misquoted: Misquoted): Misplaced => {
  const byId = new Map(sections.map((one) => [one.id, one]))
  return (words, start, end, id) => {
    const section = byId.get(id)
    if (!section) return `Unexpected section ${id || '(none)'}, expected one that holds ${start} to ${end}`
    if (start < section.start || end > section.end) return `Unexpected words outside of section ${id}`
    return misquoted(words, start, end)
  }
}

/** Titles of documents in one sentence. Spans are UTF-16 code units from the sentence's start. */
import type { Span } from '../../records.ts'
import type { DocumentWords } from './words.ts'

export type Title = {
  readonly name: string
  /** The title's own words, without marks. */
  readonly span: Span
  /** What is quoted: the title with its marks. */
  readonly evidence: Span
  readonly rule: string
}

const MARKED = /《((?:[^《》]|《[^《》]*》)+)》/g
const SHORT =
  /^[^。；《》]{0,20}?[（(](?:以下|下)(?:统)?(?:简)?称(?:为)?[“"《]?([^”"》（）()]{2,20})[”"》]?[）)]/
const EDGES = /[、，。；：（）“”\s]/

/** The name that （以下简称…） right after a title gives it, if any. */
export const definedName = (after: string): readonly string[] => {
  const short = SHORT.exec(after)?.[1]
  return short === undefined ? [] : [short.replace(/\s+/g, '')]
}

/** Titles in 《》 that end like a document's; films and books do not. */
export const markedTitles = (sentence: string, words: DocumentWords): readonly Title[] =>
  [...sentence.matchAll(MARKED)].flatMap((match): readonly Title[] => {
    const name = match[1] ?? ''
    const start = match.index
    const end = start + match[0].length
    if (!words.endsTitle.test(name.replace(/[》〉]$/, '').trim())) return []
    return [
      { name, span: { start: start + 1, end: end - 1 }, evidence: { start, end }, rule: 'document-in-marks' },
    ]
  })

/** 甲县第十五次党代会报告: an item of its own between marks of a list, of a kind that needs no 《》. */
export const plainTitles = (
  sentence: string,
  marked: readonly Title[],
  words: DocumentWords,
): readonly Title[] => {
  const titles: Title[] = []
  let start = 0
  for (let at = 0; at <= sentence.length; at += 1) {
    const inside = marked.some(({ evidence }) => at >= evidence.start && at < evidence.end)
    if (at < sentence.length && !inside && !EDGES.test(sentence[at] ?? '')) continue
    const piece = sentence.slice(start, at)
    const lead = /^(?:根据|依据|按照|落实|贯彻|结合|参照|编制|和|与|及|以及)/.exec(piece)?.[0].length ?? 0
    const name = piece.slice(lead).replace(/(?:编制|精神|要求|部署|安排)$/, '')
    if (!inside && words.plain.test(name)) {
      const span = { start: start + lead, end: start + lead + name.length }
      titles.push({ name, span, evidence: span, rule: 'document-in-plain-words' })
    }
    start = at + 1
  }
  return titles
}

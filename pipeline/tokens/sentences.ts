/** Where sentences end: 。！？； and line ends, not inside 《》“”（）. */
import type { Span } from '../records.ts'

const OPENING = '《“（(〈「『【['
const CLOSING = '》”）)〉」』】]'
const ENDING = '。！？；!?;'

/** “…：一是…，二是…”: what is counted out stands on its own. */
const ITEM = /^[，：；][一二三四五六七八九十]是/

/** The longest reach of a bracket or quotation mark: one that stays open longer was never closed. */
const LONGEST_BRACKET = 300

/** The sentences of `span`, without surrounding white space, each with its closing mark; blank ones are left out. */
export const sentencesOf = (text: string, span: Span): readonly Span[] => {
  const found: Span[] = []
  let start = span.start
  const cut = (end: number): void => {
    const sentence = trim(text, start, end)
    if (sentence) found.push(sentence)
    start = end
  }
  for (let at = span.start; at < span.end; at++) {
    const sign = text[at] as string
    if (sign === '\n') cut(at + 1)
    else if (ITEM.test(text.slice(at, at + 3)) && at > start) cut(at + 1)
    else if (OPENING.includes(sign)) at = skipBracket(text, at, span.end)
    else if (ENDING.includes(sign)) {
      while (at + 1 < span.end && (ENDING + CLOSING).includes(text[at + 1] as string)) at++
      cut(at + 1)
    }
  }
  cut(span.end)
  return found
}

/** The offset of the bracket's closing partner, or of the bracket itself where it is never closed on its line. */
const skipBracket = (text: string, from: number, end: number): number => {
  const partners: string[] = []
  for (let at = from; at < Math.min(end, from + LONGEST_BRACKET); at++) {
    const sign = text[at] as string
    if (sign === '\n') return from
    const opening = OPENING.indexOf(sign)
    if (opening >= 0) partners.push(CLOSING[opening] as string)
    else if (sign === partners.at(-1)) {
      partners.pop()
      if (partners.length === 0) return at
    }
  }
  return from
}

/** White space and Markdown's marks around a sentence are none of its words. */
const LEAD = /^(?:\s|>|#{1,6}(?=\s)|[-*+](?=\s)|\*\*)*/
const TRAIL = /(?:\s|\*\*)*$/

const trim = (text: string, start: number, end: number): Span | undefined => {
  const slice = text.slice(start, end)
  if (!/[\p{L}\p{N}]/u.test(slice)) return undefined
  const lead = LEAD.exec(slice)?.[0].length ?? 0
  const trail = TRAIL.exec(slice)?.[0].length ?? 0
  return { start: start + lead, end: Math.max(start + lead, end - trail) }
}

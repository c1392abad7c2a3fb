/**
 * Headings run into a line with no blank at all: “…取得成效。第二节面临形势当前，…”. The title runs to the next heading, to a word
 * that opens a sentence, or as far as a title may.
 */
import { lexicon } from './lexicon.ts'

const CLOSE = /(?:第[一二三四五六七八九十]{1,3}[篇编章节]|专栏\d{1,2})(?=[\u4e00-\u9fff“])/g
/** A heading, a list mark, a date or a period: what follows a title as well as any word of sentence-openers.tsv. */
const NEXT =
  '第[一二三四五六七八九十]{1,3}[篇编章节]|专栏\\d|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|\\d[.．、]|——|到?20\\d\\d年|“?十[二三四五六]五”?(?:时期|期间|以来)'

let openers: { readonly always: RegExp; readonly late: RegExp } | undefined

const openersOf = () => {
  const words = (after: string): string =>
    lexicon('sentence-openers')
      .filter((row) => row.after === after)
      .map((row) => row.word ?? '')
      .join('|')
  openers ??= { always: new RegExp(`${NEXT}|${words('always')}`), late: new RegExp(words('late')) }
  return openers
}

const SHORTEST_CLOSE_TITLE = 4
const LONGEST_CLOSE_TITLE = 24
const FEWEST_CLOSE = 4
const LONGEST_PLAN_TITLE = 60
/** A line so long, without a single heading set off by blanks, may have them run into it. */
const SCRAPED = 400

/**
 * Offsets (UTF-16) in a long line around headings that nothing parts from the text. A mention (“见第二节”) has neither a sentence's
 * end nor a heading before it.
 */
export const closeCuts = (text: string): readonly number[] => {
  const found = [...text.matchAll(CLOSE)]
  if (text.length < SCRAPED || found.length < FEWEST_CLOSE) return []
  const { always, late } = openersOf()
  let last = -1
  return found.flatMap(({ index, 0: mark }) => {
    const before = text[index - 1] ?? '。'
    // The first may follow the plan's own title.
    const first = last < 0 && index < LONGEST_PLAN_TITLE
    if (!/[。！？；”》）]/.test(before) && index !== last && !first) return []
    const title = /^[^。，；：！？\s]*/.exec(text.slice(index + mark.length))?.[0] ?? ''
    const opened = title.slice(2).search(always)
    const whole = opened >= 0 ? title.slice(0, opened + 2) : title
    const verb = whole.slice(SHORTEST_CLOSE_TITLE).search(late)
    const length = verb >= 0 ? verb + SHORTEST_CLOSE_TITLE : whole.length
    if (length === 0 || length > LONGEST_CLOSE_TITLE) return [index]
    last = index + mark.length + length
    return [index, last]
  })
}

/** Long quotes in tables: a window around the words that a row is about, the cuts marked by …. Never used for --json. */

/** UTF-16 units of a quote that a table shows at most, and the longest that is shown whole. */
const WINDOW = 70
const WHOLE = 80
const CUT = '…'

/** The longest piece of `word` (two characters at least) that stands in `quote`, and where. */
const anchor = (quote: string, word: string): { start: number; length: number } | undefined => {
  for (let length = word.length; length >= 2; length--)
    for (let from = 0; from + length <= word.length; from++) {
      const start = quote.indexOf(word.slice(from, from + length))
      if (start >= 0) return { start, length }
    }
  return undefined
}

/** A cut is made after the nearest mark of a list or clause, where one is near. */
const NEAR = 8
const snapStart = (quote: string, start: number, limit: number): number => {
  const before = quote.slice(start, Math.min(start + NEAR, limit))
  const mark = /[、，；：。]/.exec(before)
  return mark ? start + mark.index + 1 : start
}

/**
 * The quote whole where it has at most 80 characters; else some 70 around the first of `words` found in it (in part,
 * where a list elides the rest), with … at each cut.
 */
export const shorten = (quote: string, words: readonly string[]): string => {
  if (quote.length <= WHOLE) return quote
  const found = words.map((word) => anchor(quote, word)).find((one) => one !== undefined)
  const { start, length } = found ?? { start: 0, length: 0 }
  const room = Math.max(0, WINDOW - length)
  const first = Math.max(0, Math.min(start - Math.floor(room / 2), quote.length - WINDOW))
  const from = wholeCharacter(quote, first === 0 ? 0 : snapStart(quote, first, start))
  const until = wholeCharacter(quote, Math.min(quote.length, Math.max(from + WINDOW, start + length)))
  return `${from > 0 ? CUT : ''}${quote.slice(from, until)}${until < quote.length ? CUT : ''}`
}

/** Never between the halves of a surrogate pair. */
const wholeCharacter = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at

/** Said under a table in which something was cut. */
export const SHORTENED = '… 处原文从略，--full 显示全文 quotes shortened at …; --full shows them whole'

/** Reads a numeral, in digits or in Han characters, at a place in a text. */

export type Numeral = { readonly value: number; readonly length: number; readonly han: boolean }

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The value of Han numerals up to 9999 (二百三十, 二〇二五), or undefined for what is none. */
export const hanValue = (text: string): number | undefined => {
  if (text === '') return undefined
  if (/^[〇零一二三四五六七八九]{2,}$/.test(text))
    return Number([...text].map((c) => DIGITS[c] ?? 0).join(''))
  let total = 0
  let digit = 0
  for (const character of text) {
    const power = POWERS[character]
    const value = DIGITS[character]
    if (power !== undefined) {
      total += (digit || 1) * power
      digit = 0
    } else if (value !== undefined) digit = value
    else return undefined
  }
  return total + digit
}

const narrow = (text: string): string =>
  text.replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

// A thousands separator is followed by exactly three digits: 29,702. “，” between figures is punctuation.
const ARABIC = /^(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9０-９]+)(?:[.．][0-9０-９]+)?/
const HAN = /^[〇零一二两三四五六七八九十百千]+/

/** The numeral that begins at `at`; length in UTF-16 code units. Scales (万, 亿) are left to the unit. */
export const numeralAt = (text: string, at: number): Numeral | undefined => {
  const rest = text.slice(at, at + 24)
  const arabic = ARABIC.exec(rest)?.[0]
  if (arabic) return { value: Number(narrow(arabic).replaceAll(',', '')), length: arabic.length, han: false }
  const han = HAN.exec(rest)?.[0]
  const value = han === undefined ? undefined : hanValue(han)
  return han === undefined || value === undefined ? undefined : { value, length: han.length, han: true }
}

/** Numbers as headings write them: 12, 十二, ⑫. */

const DIGITS = '〇一二三四五六七八九'
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** The integer that a heading's number says, up to 999; undefined for none. */
export const numberOf = (written: string): number | undefined => {
  if (/^\d+$/.test(written)) return Number(written)
  if (CIRCLES.includes(written) && written !== '') return CIRCLES.indexOf(written) + 1
  const match =
    /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(written)
  if (!match || written === '') return undefined
  const [, hundreds, tens, ten, ones] = match
  const digit = (sign: string | undefined): number => (sign ? DIGITS.indexOf(sign) : 0)
  return digit(hundreds) * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones)
}

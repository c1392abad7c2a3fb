/** The order of text by Unicode code points, which is the order of its UTF-8 bytes. Pure. */

const SURROGATES = 0xd800
const AFTER_SURROGATES = 0xe000

/** A unit's weight: surrogates stand for code points beyond U+FFFF and so come after U+E000…U+FFFF. */
const weight = (unit: number): number =>
  unit < SURROGATES ? unit : unit < AFTER_SURROGATES ? unit + 0x10000 : unit

/** Compares two texts as `LC_ALL=C sort` does with their UTF-8. */
export const byCodePoint = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const difference = weight(a.charCodeAt(index)) - weight(b.charCodeAt(index))
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

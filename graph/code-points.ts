/** Slicing by Unicode code points, which the contract counts in; JavaScript counts UTF-16 units. Pure. */

/** A function that cuts `text` between two code points, end exclusive. Prepared once a text. */
export const codePointSlicer = (text: string): ((start: number, end: number) => string) => {
  // Without characters beyond U+FFFF, as in nearly every plan, the two counts are one.
  if (!/[\uD800-\uDFFF]/.test(text)) return (start, end) => text.slice(start, end)
  const characters = Array.from(text)
  return (start, end) => characters.slice(start, end).join('')
}

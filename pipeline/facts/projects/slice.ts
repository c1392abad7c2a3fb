/** A piece of the document that knows where it stands; `start` and `end` are UTF-16 offsets into the document's text. */
export type Slice = { readonly text: string; readonly start: number; readonly end: number }

export const slice = (text: string, start: number): Slice => ({ text, start, end: start + text.length })

/** The part [from, to) of a slice, counted inside it, without white space at its ends. */
export const part = (whole: Slice, from: number, to: number = whole.text.length): Slice => {
  const raw = whole.text.slice(from, to)
  const lead = raw.length - raw.trimStart().length
  return slice(raw.trim(), whole.start + from + lead)
}

const OPENING = '（(《“‘【[〔「'
const CLOSING = '）)》”’】]〕」'

/** For each character whether it stands outside all brackets and quotation marks; an unclosed bracket counts as text. */
export const outside = (text: string): readonly boolean[] => {
  const open: number[] = []
  const flags = Array.from({ length: text.length }, () => true)
  for (let index = 0; index < text.length; index++) {
    if (OPENING.includes(text[index] ?? '')) open.push(index)
    else if (CLOSING.includes(text[index] ?? '')) {
      const from = open.pop()
      if (from !== undefined) flags.fill(false, from, index + 1)
    }
  }
  return flags
}

/** Cuts a slice at the marks that stand outside brackets and quotation marks; empty parts are left out. */
export const cutAt = (whole: Slice, marks: RegExp): readonly Slice[] => {
  const free = outside(whole.text)
  const parts: Slice[] = []
  let from = 0
  for (const match of whole.text.matchAll(marks)) {
    if (!free[match.index]) continue
    parts.push(part(whole, from, match.index))
    from = match.index + match[0].length
  }
  parts.push(part(whole, from))
  return parts.filter((each) => each.text !== '')
}

/** The first match of a pattern that begins outside brackets and quotation marks. */
export const firstOutside = (text: string, pattern: RegExp): RegExpExecArray | undefined => {
  const free = outside(text)
  for (const match of text.matchAll(pattern)) if (free[match.index]) return match
  return undefined
}

/** The last match of a pattern that begins outside brackets and quotation marks. */
export const lastOutside = (text: string, pattern: RegExp): RegExpExecArray | undefined => {
  const free = outside(text)
  return [...text.matchAll(pattern)].filter((match) => free[match.index]).at(-1)
}

/** Finds the words of lexicons in a text, each under its tag, on characters and not on jieba's words. */

export type TaggedWord = { readonly tag: string; readonly start: number; readonly end: number }
export type Tagger = (text: string) => readonly TaggedWord[]

/** `words` gives each word's tags. Every occurrence of every word is found, overlaps included. */
export const createTagger = (words: ReadonlyMap<string, readonly string[]>): Tagger => {
  const lengths = new Map<string, number[]>()
  for (const word of words.keys()) {
    const first = word[0]
    if (first === undefined) continue
    const known = lengths.get(first) ?? []
    if (!known.includes(word.length)) lengths.set(first, [...known, word.length])
  }
  return (text) => {
    const found: TaggedWord[] = []
    for (let start = 0; start < text.length; start += 1) {
      for (const length of lengths.get(text[start] as string) ?? []) {
        const tags = words.get(text.slice(start, start + length))
        if (start + length <= text.length && tags)
          for (const tag of tags) found.push({ tag, start, end: start + length })
      }
    }
    return found
  }
}

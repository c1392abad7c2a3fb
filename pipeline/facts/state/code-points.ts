/** From UTF-16 code units, which JavaScript slices by, to Unicode code points, which the contract counts. */

/** Converts offsets into `text`; an offset inside a surrogate pair counts the pair as passed. */
export const codePointOffsets = (text: string): ((offset: number) => number) => {
  const pairs: number[] = []
  for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) pairs.push(match.index)
  if (pairs.length === 0) return (offset) => offset
  return (offset) => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] ?? Infinity) < offset - 1) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}

/** Mentions by place, so that what a clause holds is found without walking the whole list. */
import type { Mention, Span } from '../../records.ts'

/** The mentions that begin in a span and end in it, in text order. */
export type Within = (span: Span) => readonly Mention[]

export const indexMentions = (mentions: readonly Mention[]): Within => {
  const sorted = [...mentions].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const firstAt = (offset: number): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.span.start ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return (span) => {
    const found: Mention[] = []
    for (let at = firstAt(span.start); at < sorted.length; at += 1) {
      const mention = sorted[at] as Mention
      if (mention.span.start >= span.end) break
      if (mention.span.end <= span.end) found.push(mention)
    }
    return found
  }
}

/** One mention a name, the first. */
export const onceByName = (mentions: readonly Mention[]): readonly Mention[] =>
  [...new Map([...mentions].reverse().map((mention) => [mention.name, mention])).values()].reverse()

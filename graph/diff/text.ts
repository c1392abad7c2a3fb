/** Comparing two wordings so that punctuation, width, spacing and numeral style never look like a change. */

const HAN_DIGITS = '〇一二三四五六七八九'

/**
 * The comparison key of a stretch of text: NFKC, lower case, only letters and digits kept, Han digits as Arabic.
 * 及, 与, 以及 count as 和. Comparators and the decimal point stay, since 2.5 is not 25 and ≥95 is not 95.
 */
export const wordingKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/以及|[及与]/g, '和')
    .replace(/零/g, '〇')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(HAN_DIGITS.indexOf(digit)))
    .replace(/(?<=\d)[,，](?=\d{3})/g, '')
    .replace(/[^\p{L}\p{N}.≥≤<>%]|(?<!\d)\.|\.(?!\d)/gu, '')

const bigrams = (key: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (let index = 0; index + 1 < key.length; index += 1) {
    const pair = key.slice(index, index + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** A comparison key with its bigrams counted once. */
type Counted = { readonly key: string; readonly pairs: ReadonlyMap<string, number>; readonly size: number }

const counted = (key: string): Counted => ({ key, pairs: bigrams(key), size: Math.max(0, key.length - 1) })

const dice = (one: Counted, other: Counted): number => {
  if (one.key === other.key) return 1
  const [few, many] = one.pairs.size <= other.pairs.size ? [one, other] : [other, one]
  let shared = 0
  for (const [pair, count] of few.pairs) shared += Math.min(count, many.pairs.get(pair) ?? 0)
  const all = one.size + other.size
  return all === 0 ? 0 : (2 * shared) / all
}

/** Dice's coefficient over character bigrams of two comparison keys: 0 (nothing shared) to 1. */
export const similarity = (one: string, other: string): number => dice(counted(one), counted(other))

/** No more than this can two keys share, by their lengths alone. */
const most = (one: Counted, other: Counted): number =>
  one.key === other.key ? 1 : (2 * Math.min(one.size, other.size)) / Math.max(1, one.size + other.size)

/**
 * Pairs things of two lists: first those with equal keys (in order), then the most similar above `least`.
 * What stays alone comes back as such. Ties go to the earlier pair, so the result depends on nothing but the lists.
 */
export const align = <T>(
  olds: readonly T[],
  news: readonly T[],
  keyOf: (thing: T) => string,
  least: number,
): {
  readonly same: readonly (readonly [T, T])[]
  readonly similar: readonly (readonly [T, T])[]
  readonly oldOnly: readonly T[]
  readonly newOnly: readonly T[]
} => {
  const waiting = new Map<string, T[]>()
  for (const thing of news) {
    const key = keyOf(thing)
    const list = waiting.get(key)
    if (list) list.push(thing)
    else waiting.set(key, [thing])
  }
  const same: (readonly [T, T])[] = []
  const oldLeft: T[] = []
  for (const thing of olds) {
    const twin = waiting.get(keyOf(thing))?.shift()
    if (twin === undefined) oldLeft.push(thing)
    else same.push([thing, twin])
  }
  const newLeft = news.filter((thing) => waiting.get(keyOf(thing))?.includes(thing))
  // Nothing is as similar as this: keys alone decide.
  const isExact = least > 1
  const nexts = isExact ? [] : newLeft.map((next, j) => ({ next, j, words: counted(keyOf(next)) }))
  const scored = (isExact ? [] : oldLeft)
    .flatMap((old, i) => {
      const words = counted(keyOf(old))
      return nexts
        .filter((one) => most(words, one.words) >= least)
        .map(({ next, j, words: other }) => ({ old, next, i, j, score: dice(words, other) }))
    })
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)
  const taken = new Set<T>()
  const similar: (readonly [T, T])[] = []
  for (const { old, next } of scored) {
    if (taken.has(old) || taken.has(next)) continue
    taken.add(old)
    taken.add(next)
    similar.push([old, next])
  }
  return {
    same,
    similar,
    oldOnly: oldLeft.filter((thing) => !taken.has(thing)),
    newOnly: newLeft.filter((thing) => !taken.has(thing)),
  }
}

/** Keys under which names are compared. Names themselves are stored as written. */

const DASHES = /[—–―~～-]+/g
const IGNORED = /[\s“”"'‘’《》〈〉「」『』·,，、。;；:：()]/g
// “甲溪水库项目”, “甲溪水库建设工程” and “甲溪水库” are one thing: the tail says only that it is built.
const TAIL = /(?:等)?(?:(?:建设)?(?:工程|项目)|建设)$/

/** Comparison key: NFKC, lower case, without quotes, brackets, spaces and commas, every dash as one. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(DASHES, '-').replace(IGNORED, '')

/** Key without a trailing 工程, 项目 or 建设, where at least three characters of name are left. */
export const projectStem = (key: string): string => {
  const stem = key.replace(TAIL, '')
  return [...stem].length >= 3 ? stem : key
}

/** The name itself without such a tail. */
export const withoutTail = (name: string): string => {
  const short = name.replace(TAIL, '')
  return [...nameKey(short)].length >= 3 ? short : name
}

/** Rest of a key after the first of the prefixes it opens with, where at least `least` characters are left. */
export const withoutPrefix = (key: string, prefixes: readonly string[], least: number): string => {
  const prefix = prefixes.find((one) => key.startsWith(one) && [...key.slice(one.length)].length >= least)
  return prefix === undefined ? key : key.slice(prefix.length)
}

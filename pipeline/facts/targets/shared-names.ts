/** Names in a list that share the end of the last: 城市、建制镇污水处理率. */
import { endsInHead, isName } from './names.ts'
import type { Words } from './words.ts'

const SHARED = /(?<=..)(?:产业|行业|平均)$/
/** “签约落地、新开工、新投产项目”: nouns that the last of a list lends to the others. */
const LENT = /(?:项目|企业|案件|警情|产品)$/

/** “旅游人次和收入”, “粮食面积、产量”: a measure alone is of the thing that the first name measures. */
const owned = (names: readonly string[], words: Words): readonly string[] => {
  const first = names[0] ?? ''
  const head = words.heads.find((word) => word.length > 1 && first.endsWith(word))
  const owner = head ? first.slice(0, -head.length).replace(/(?:播种|种植|栽培|养殖)$/, '') : ''
  return owner.length < 2
    ? names
    : names.map((name) => (name !== first && words.heads.includes(name) ? owner + name : name))
}

/** Names with the head or the owner they share: 城镇居民、农村居民人均可支配收入 → both with 人均可支配收入. */
export const completeNames = (names: readonly string[], words: Words): readonly string[] =>
  owned(withHeads(names, words), words)

const withHeads = (names: readonly string[], words: Words): readonly string[] => {
  const last = names.at(-1) ?? ''
  const before = names.slice(0, -1)
  // “装备制造、新材料等产业规模”: what follows 等 belongs to each
  const listed = /^(.+?)等(.{2,})$/.exec(last)
  if (listed) return [...before, listed[1] ?? ''].map((name) => name + listed[2])
  // “城镇、农村居民人均可支配收入”, “第一、第二、第三产业增加值”
  const groups = new Set(before.map((name) => words.parallel.get(name)))
  const own = [...words.parallel.keys()].find(
    (word) => last.startsWith(word) && groups.has(words.parallel.get(word)),
  )
  if (own && groups.size === 1) return [...before.map((name) => name + last.slice(own.length)), last]
  // “城镇居民、农村居民人均可支配收入”: the end of the first names shows where the rest begins
  const mark = before.map((name) => name.slice(-2)).find((end) => end.length === 2 && last.includes(end))
  const tail = mark ? last.slice(last.lastIndexOf(mark) + 2) : ''
  if (tail.length > 1) return names.map((name) => (name.endsWith(tail) ? name : name + tail))
  // “化学需氧量、总磷排放量”
  const marked = sharedBehindMark(before, last, words)
  if (marked) return [...before.map((name) => name + marked), last]
  const head = words.heads.find((word) => word.length > 1 && last.endsWith(word))
  const headless = !before.some((name) => words.heads.some((word) => name.endsWith(word)))
  // “石油化工、有色冶金产业规模”: the word before the head is shared as well
  const shared = head ? (SHARED.exec(last.slice(0, -head.length))?.[0] ?? '') + head : ''
  if (head && headless)
    return [...before.map((name) => (/(?:业|平均)$/.test(name) ? name + head : name + shared)), last]
  const lent = LENT.exec(last)?.[0]
  if (lent && lent !== last) return names.map((name) => (LENT.test(name) ? name : name + lent))
  const rest = headless ? sharedRest(before, last, words) : undefined
  return rest ? [...before.map((name) => name + rest), last] : names
}

const fits = (rest: string, words: Words): boolean =>
  rest.length > 1 && isName(rest, words) && endsInHead(rest, words)

/** All behind the last character that the names before have in common: 出租车、物流车中新能源车占比. */
const sharedBehindMark = (before: readonly string[], last: string, words: Words): string | undefined => {
  const ends = new Set(before.map((name) => name.at(-1) ?? ''))
  const at =
    ends.size === 1 && !/[率量比数]/.test([...ends][0] ?? '') ? last.indexOf([...ends][0] ?? '', 1) : -1
  const rest = last.slice(at + 1)
  return at > 0 && at < 5 && fits(rest, words) ? rest : undefined
}

/** The rate of what is done (污水、生活垃圾处理率), else all behind as many characters as the names before have. */
const sharedRest = (before: readonly string[], last: string, words: Words): string | undefined => {
  const length = before[0]?.length ?? 0
  const even = before.every((name) => name.length === length) && length < 5 && last.length > length + 2
  return [...(/[^户人]率$/.test(last) ? [last.slice(-3)] : even ? [last.slice(length)] : [])].find((rest) =>
    fits(rest, words),
  )
}

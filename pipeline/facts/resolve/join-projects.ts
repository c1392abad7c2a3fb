/** Projects named once with and once without the place they lie in, or under one brand. */
import type { Groups } from './groups.ts'
import type { Keyed } from './join-names.ts'
import { nameKey } from './name-key.ts'

// “丙山乙河新区甲溪组团污水处理厂” and “甲溪组团污水处理厂”: what is left begins with a place of its own.
const joinPlaced = (keys: readonly string[], places: ReadonlySet<string>, groups: Groups): void => {
  const known = new Set(keys)
  for (const key of keys) {
    for (let end = 2; end <= key.length - 4; end += 1) {
      const rest = key.slice(end)
      if (!places.has(key.slice(0, end)) || !known.has(rest) || !opensWith(rest, places)) continue
      groups.join(`Project|${key}`, `Project|${rest}`, `lies in ${key.slice(0, end)}`)
      break
    }
  }
}

const opensWith = (key: string, places: ReadonlySet<string>): boolean => {
  for (let end = 2; end < key.length - 1; end += 1) if (places.has(key.slice(0, end))) return true
  return false
}

// “两桥两隧四环四通道” and “2桥2隧4环4通道”: in a brand, numerals are written either way
const NUMERALS = '零一二三四五六七八九'
const withDigits = (brand: string): string =>
  brand
    .replaceAll('两', '2')
    .replace(/[一二三四五六七八九](?![十百])/g, (numeral) => String(NUMERALS.indexOf(numeral)))

// Two numbers or more: “四好农村路” is a programme of many kinds
const BRAND = /^[“"]((?:[^”"]*[\d一二三四五六七八九两]){2}[^”"]*)[”"](.{0,5})$/u

// “8射1联1环线”高速网络 and “8射1联1环线”高速路网: a brand with numbers is coined for one thing.
const joinBrands = ({ keys, mentions, keyOf }: Keyed, groups: Groups): void => {
  const brands = new Map<string, string>()
  for (const mention of mentions) {
    const match = mention.type === 'Project' ? BRAND.exec(mention.name) : null
    const brand = withDigits(nameKey(match?.[1] ?? ''))
    const key = keyOf(mention)
    if ([...brand].length < 5 || !keys.has(key)) continue
    const first = brands.get(brand)
    if (first === undefined) brands.set(brand, key)
    else if (groups.find(first) !== groups.find(key)) groups.join(first, key, `both called “${match?.[1]}”`)
  }
}

export const joinProjects = (keyed: Keyed, groups: Groups): void => {
  const names = (type: 'Project' | 'Place') =>
    [...keyed.keys]
      .filter(([, mention]) => mention.type === type)
      .map(([key, mention]) => [key.slice(type.length + 1), mention] as const)
  const places = new Set(names('Place').flatMap(([, { name, aliases }]) => [name, ...aliases].map(nameKey)))
  joinPlaced(
    names('Project').map(([key]) => key),
    places,
    groups,
  )
  joinBrands(keyed, groups)
}

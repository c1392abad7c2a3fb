/** Names that a document coins beside its full names: its urban core, acronyms of counties, spelling variants. */
import { pinyinForms } from '../../pinyin.ts'
import type { Segment } from '../../records.ts'
import type { Known } from './book.ts'
import type { PlaceWords } from './words.ts'

/** What a plan calls the urban core of its jurisdiction: one place, by whichever of these words it uses. */
export const urbanCore = (
  text: string,
  self: Known | undefined,
  cores: PlaceWords['urbanCores'],
): readonly Known[] => {
  const short = self?.aliases[0] ?? ''
  const owned =
    short === '' ? [] : cores.flatMap((core) => [`${short}${core.text}`, `${self?.name}${core.text}`])
  const bare = cores.filter((core) => core.bare).map((core) => core.text)
  const used = [...owned, ...bare].filter((form) => text.includes(form))
  const name = used[0]
  return name ? [{ name, kind: 'zone', aliases: used.slice(1), origin: 'learned' }] : []
}

const acronym = /([\p{Script=Han}]{3,4})(?:同城化|一体化|地区)/gu

/** 甲丙丁同城化: the initials of the jurisdiction and its neighbours, as a region of that name. */
export const acronyms = (
  segments: readonly Segment[],
  self: Known | undefined,
  divisions: readonly Known[],
): readonly Known[] => {
  const own = self?.aliases[0]?.[0]
  if (!own) return []
  const initials = new Set(divisions.flatMap((known) => known.aliases[0]?.[0] ?? []))
  const found = new Map<string, Known>()
  for (const segment of segments)
    for (const match of segment.text.matchAll(acronym)) {
      const name = longestAcronym(match[1] ?? '', own, initials)
      if (name) found.set(name, { name, kind: 'zone', aliases: [`${name}地区`], origin: 'learned' })
    }
  return [...found.values()]
}

/** The longest ending of at least three characters that are all initials, the jurisdiction's own among them. */
const longestAcronym = (words: string, own: string, initials: ReadonlySet<string>): string | undefined => {
  for (let start = 0; start <= words.length - 3; start++) {
    const letters = [...words.slice(start)]
    if (
      letters.includes(own) &&
      letters.every((letter) => initials.has(letter)) &&
      new Set(letters).size === letters.length
    )
      return letters.join('')
  }
  return undefined
}

/** A town under its older kind (甲溪乡 for 甲溪镇) and a village without its ending (丁台 for 丁台村) are written forms of the known place. */
export const asKnown = (learned: Known, within: ReadonlyMap<string, Known>): Known | undefined =>
  /^(?:town|township|subdistrict)$/.test(learned.kind)
    ? within.get(learned.name.replace(/(?:镇|乡|街道)$/, ''))
    : undefined

/** The places within the jurisdiction by their short forms. */
export const byShortForm = (near: readonly Known[]): ReadonlyMap<string, Known> =>
  new Map(
    near
      .filter((known) => known.origin === 'within')
      .flatMap((known) => known.aliases.map((alias) => [alias, known] as const)),
  )

type Counted = { readonly known: Known; readonly count: number }

const soundOf = (name: string): string => pinyinForms([name]).find((form) => form.includes(' ')) ?? name

const oneLetterApart = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((letter, index) => letter !== b[index]).length === 1

/** Zones that sound alike and differ in one character (戊太片区, 戊泰片区) are one, under the spelling used more often. */
export const mergeHomophones = (learned: readonly Counted[]): readonly Known[] => {
  const groups = new Map<string, Counted[]>()
  for (const entry of learned) {
    const key = entry.known.kind === 'zone' ? soundOf(entry.known.name) : entry.known.name
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...rest] = [...group].sort((a, b) => b.count - a.count)
    if (!first) return []
    const twins = rest.filter((entry) => oneLetterApart(entry.known.name, first.known.name))
    const others = rest.filter((entry) => !twins.includes(entry))
    const aliases = [...first.known.aliases, ...twins.map((entry) => entry.known.name)]
    return [{ ...first.known, aliases }, ...others.map((entry) => entry.known)]
  })
}

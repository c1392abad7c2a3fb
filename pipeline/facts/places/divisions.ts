/** Administrative divisions as the place recogniser needs them, seen from the plan's jurisdiction. */
import type { Division, Gazetteer } from '../../gazetteer/gazetteer.ts'
import type { Form, Guard, Known, Origin } from './book.ts'
import { isGeneric, type PlaceWords } from './words.ts'

/** A street's subdistrict is written without 路 as well: 甲溪路街道 → 甲溪, 甲溪街道. */
const writtenForms = (division: Division): readonly string[] => {
  const street = /^(.{2,})路街道$/.exec(division.name)?.[1]
  // 丁原某族自治县 is written 丁原县.
  const plain =
    division.short && /自治[县州]$/.test(division.name) ? [division.short + division.name.slice(-1)] : []
  return [...(division.short ? [division.short] : []), ...plain, ...(street ? [street, `${street}街道`] : [])]
}

const toKnown = (division: Division, origin: Origin): Known => ({
  name: division.name,
  kind: division.kind,
  aliases: writtenForms(division),
  code: division.code,
  origin,
})

/** A town in a prefecture's plan is known by its full name alone: its short form may be any county's. */
const withinJurisdiction = (division: Division, own: Division): Known => {
  const known = toKnown(division, 'within')
  return division.level === 'town' && own.level !== 'county' ? { ...known, aliases: [] } : known
}

/** How near a division is to the jurisdiction: the longer the common path, the nearer; the higher level first. */
const nearness = (division: Division, path: readonly string[]): number => {
  const own = division.path.split('/')
  let shared = 0
  while (shared < path.length && own[shared] === path[shared]) shared++
  return shared * 10 + { province: 3, city: 2, county: 1, town: 0 }[division.level]
}

/** The gazetteer as this jurisdiction sees it: itself, those above (nearest first), within, and all others, nearest first. */
export const knownDivisions = (jurisdiction: string, gazetteer: Gazetteer): readonly Known[] => {
  const path = jurisdiction.split('/').filter((name) => name !== '')
  const own = gazetteer.at(jurisdiction)
  const above = path
    .slice(0, -1)
    .flatMap((_, index) => gazetteer.at(path.slice(0, index + 1).join('/')) ?? [])
    .reverse()
  const within = own ? gazetteer.placesUnder(jurisdiction) : []
  const near = new Set([...(own ? [own] : []), ...above, ...within])
  const far = gazetteer.aboveTowns
    .filter((division) => !near.has(division))
    .sort((a, b) => nearness(b, path) - nearness(a, path))
  return [
    ...(own ? [toKnown(own, 'self')] : []),
    ...above.map((division) => toKnown(division, 'ancestor')),
    ...(own ? within.map((division) => withinJurisdiction(division, own)) : []),
    ...far.map((division) => toKnown(division, 'outside')),
  ]
}

/** A name of two characters may be part of other words: a region's needs clean edges, a county's another place beside it. */
const nameGuard = (known: Known, words: PlaceWords): Guard => {
  // 中心镇 is a class of towns, though some county has a town of that name.
  if (words.classes.has(known.name)) return 'beside'
  // “Old town district” and the like: ordinary words that some other county, or an office counted as a town, bears as its name.
  const doubtful = known.origin === 'outside' || known.kind === 'other'
  if (doubtful && isGeneric(known.name.replace(/(?:[区县市]|产业园|开发区|园区)$/, ''), words))
    return 'beside'
  if (known.name.length > 2 || known.origin === 'self') return 'full'
  // 成县, 康县 within the city whose plan this is
  return /^(?:region|within)$/.test(known.origin) ? 'short' : 'beside'
}

/** The forms of one place: its name in full, then its aliases under the guard that they need; `near` says which other counties are neighbours. */
export const formsOf = (
  known: Known,
  words: PlaceWords,
  near: (known: Known) => boolean,
): readonly Form[] => [
  { text: known.name, known, guard: nameGuard(known, words) },
  ...known.aliases.map((text): Form => {
    if (text.length > 3 && known.origin !== 'outside') return { text, known, guard: 'full' }
    // a county of the city whose plan this is may well be called 永安 or 建宁
    const ownCounty = known.origin === 'within' && /^(?:county|city)$/.test(known.kind)
    const doubtful =
      (words.common.has(text) && !ownCounty) ||
      (known.origin === 'outside' && known.kind === 'county' && !near(known))
    return { text, known, guard: doubtful && known.origin !== 'self' ? 'beside' : 'short' }
  }),
]

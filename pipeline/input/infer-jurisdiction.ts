/** The place a plan is for: one named in its title, else the county, city or province that its text speaks of. */
import { type Division, loadGazetteer } from '../gazetteer/gazetteer.ts'

/** How much of a text is counted, and how much of it is its opening, in UTF-16 units. */
const COUNTED = 60_000
const OPENING = 400

/** A plan of the whole country; provinces stand below nothing else. */
export const COUNTRY = '中国'
const NATIONAL = /中华人民共和国|全国/

/** The path of the jurisdiction (辰州省/丙山县), or undefined where the text names no place of the gazetteer. */
export const inferJurisdiction = (text: string, title: string): string | undefined => {
  const counted = text.slice(0, COUNTED)
  const inTitle = namedIn(title)
  if (inTitle.length > 0) return best(inTitle, counted)?.path
  if (NATIONAL.test(title)) return COUNTRY
  const opening = counted.slice(0, OPENING)
  if (NATIONAL_BODY.test(opening)) return COUNTRY
  const speaker = SPEAKER.exec(opening)?.[1]
  const named = speaker ? provinces() : namedIn(opening)
  return best(named, counted)?.path ?? mostFrequent(text)?.path
}

/** “我代表省人民政府”: the province, though the opening may not say which. */
const SPEAKER = /代表(省|自治区)人民政府/
const NATIONAL_BODY = /代表国务院/

const provinces = (): readonly Division[] =>
  loadGazetteer().aboveTowns.filter(({ level }) => level === 'province')

/** The county that a text names most, by its full name; where it names none, the city or province. */
export const mostFrequent = (text: string): Division | undefined => {
  const counted = text.slice(0, COUNTED)
  const named = loadGazetteer().aboveTowns.filter((division) => isNamed(counted, division))
  const counties = named.filter(({ level }) => level === 'county')
  return best(counties.length > 0 ? counties : named, counted) ?? best(named, counted)
}

/** “城区”, “郊区” and “和县” name a county only behind the name of the city above it; 浚县 also where a title begins with it. */
const isNamed = (text: string, division: Division): boolean => {
  if (division.short || division.level === 'province') return text.includes(division.name)
  if (division.name.endsWith('县') && text.startsWith(division.name)) return true
  const above = division.parent?.split('/').at(-1) ?? ''
  return text.includes(above + division.name)
}

/** The lowest places whose full names stand in a short text; without any, short names at its start. */
const namedIn = (text: string): readonly Division[] => {
  const { aboveTowns } = loadGazetteer()
  const all = aboveTowns.filter((division) => isNamed(text, division))
  // A city is not named where its every occurrence is the end of a longer city name.
  const full = all.filter(({ name }) => {
    const longer = all.filter((other) => other.name !== name && other.name.endsWith(name))
    return (
      longer.length === 0 ||
      longer.reduce((rest, other) => rest.replaceAll(other.name, ''), text).includes(name)
    )
  })
  const named = full.length > 0 ? full : aboveTowns.filter(({ short }) => short && text.startsWith(short))
  const lowest = Math.max(...named.map(({ code }) => code.length))
  return named.filter(({ code }) => code.length === lowest)
}

/** Of several, the one whose name, and whose neighbours above and below, the text names most. */
const best = (divisions: readonly Division[], text: string): Division | undefined => {
  const scored = divisions.map((division) => ({ division, score: score(division, text) }))
  scored.sort((a, b) => b.score - a.score || (a.division.code < b.division.code ? -1 : 1))
  return scored[0]?.division
}

const score = (division: Division, text: string): number => {
  const own = count(text, division.name) * 3 + (division.short ? count(text, division.short) : 0)
  const above = division.path
    .split('/')
    .slice(0, -1)
    .filter((name) => text.includes(name)).length
  const below = loadGazetteer()
    .placesUnder(division.path)
    .filter((place) => place.parent === division.path && place.short && text.includes(place.name)).length
  return own + above * 3 + below * 2
}

const count = (text: string, word: string): number => text.split(word).length - 1

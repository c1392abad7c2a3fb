/** The place a plan is for: one named in its title, else the county, city or province its text names most. */
import { type Division, loadGazetteer } from '../gazetteer/gazetteer.ts'

/** How much of a text is counted, in UTF-16 units. */
const COUNTED = 60_000

/** The path of the jurisdiction (重庆市/开州区), or undefined where the text names no place of the gazetteer. */
export const inferJurisdiction = (text: string, title: string): string | undefined => {
  const counted = text.slice(0, COUNTED)
  const inTitle = longestNamed(title)
  if (inTitle.length > 0) return best(inTitle, counted)?.path
  const found = loadGazetteer().aboveTowns.filter((division) => counted.includes(division.name))
  return best(found, counted)?.path
}

/** Places whose full name stands in the title; of names inside one another, the longest; else short names at its start. */
const longestNamed = (title: string): readonly Division[] => {
  const { aboveTowns } = loadGazetteer()
  const full = aboveTowns.filter((division) => title.includes(division.name))
  const named = full.length > 0 ? full : aboveTowns.filter(({ short }) => short && title.startsWith(short))
  const lowest = Math.max(...named.map(({ code }) => code.length))
  return named.filter(({ code }) => code.length === lowest)
}

/** The place that the text speaks of most: its own name, and the names of what is above and below it. */
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
    .filter((place) => place.parent === division.path && text.includes(place.name)).length
  return own + above * 3 + below * 2
}

const count = (text: string, word: string): number => text.split(word).length - 1

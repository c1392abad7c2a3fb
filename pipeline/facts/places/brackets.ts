/** Names split by a bracket, and places named by what stands behind their town. */
import type { Segment } from '../../records.ts'
import type { Book, Known } from './book.ts'
import type { Sighting } from './scan.ts'
import type { PlaceWords } from './words.ts'

const split = /(\p{Script=Han})[（(](\p{Script=Han})[）)]/gu

/** 通（江）宣开高速: the bracket completes the abbreviation to a county's short form. */
export const splitNames = (segment: Segment, book: Book): readonly Sighting[] =>
  [...segment.text.matchAll(split)].flatMap((match) => {
    const form = book.forms.get(`${match[1]}${match[2]}`)
    const division = form && form.known.origin !== 'learned' ? form.known : undefined
    const start = segment.span.start + match.index
    return division ? [{ start, end: start + match[0].length, known: division, rule: 'split-name' }] : []
  })

const isUnit = (known: Known): boolean => /^(?:town|township|subdistrict)$/.test(known.kind)
const ending = /^[\p{Script=Han}]{2,4}(?=[、，。；等])/u

/** 甲溪乙家楼、甲溪乙河老街: in a list whose other items are a town and a place in it, so is this one. */
export const restsBehindTowns = (
  segment: Segment,
  sightings: readonly Sighting[],
  words: PlaceWords,
): readonly Sighting[] => {
  const { text, span } = segment
  const pairs = sightings.filter(
    (sighting, index) =>
      isUnit(sighting.known) &&
      sightings[index + 1]?.start === sighting.end &&
      sightings[index + 1]?.known.kind === 'village',
  )
  if (pairs.length < 2) return []
  return sightings.flatMap((town) => {
    const at = town.end - span.start
    const rest = ending.exec(text.slice(at))?.[0]
    if (
      !isUnit(town.known) ||
      !rest ||
      /[段路线]$/.test(rest) ||
      words.tails.some((word) => rest.startsWith(word)) ||
      words.stops.has(rest) ||
      text[town.start - span.start - 1] !== '、'
    )
      return []
    if (sightings.some((other) => other.start < town.end + rest.length && other.end > town.end)) return []
    return [
      {
        start: town.end,
        end: town.end + rest.length,
        known: { name: rest, kind: 'zone', aliases: [], origin: 'learned' },
        rule: 'place-behind-town',
      },
    ]
  })
}

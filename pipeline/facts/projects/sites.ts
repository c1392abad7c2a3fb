import type { Mention, Reading, Span } from '../../records.ts'
import { covers } from '../../spans.ts'
import { type Slice, slice } from './slice.ts'

/** The places of a document as the project recogniser asks for them; offsets are UTF-16 into the document. */
export type Sites = {
  /** Places named inside a span, the longest of nested ones, without the plan's own jurisdiction. */
  readonly within: (span: Span) => readonly Mention[]
  /** The place that a piece names as a whole, by mention or by a short form (甲溪 for 甲溪镇). */
  readonly exactly: (piece: Slice) => Mention | undefined
  /** The place, by mention or short form, with which a piece opens. */
  readonly opening: (piece: Slice) => Mention | undefined
  /** The places that follow one another from the start of a piece: 甲片区 and 乙 in “甲片区乙供水工程”. */
  readonly chain: (piece: Slice) => readonly Mention[]
  /** Whether a piece names, or ends in, a town, village or zone. */
  readonly isArea: (piece: Slice) => boolean
  /** Whether a word is the jurisdiction's own name, full or short. */
  readonly isOwnName: (word: string) => boolean
  /** Whether a phrase closes with the jurisdiction's own name: 大广高速甲县. */
  readonly endsInOwnName: (phrase: string) => boolean
  readonly isOwn: (mention: Mention) => boolean
  /** The county or town by whose name a zone is called: 甲县 for 甲县产业园. */
  readonly holder: (zone: Mention) => Mention | undefined
}

const SUFFIX = /(?:镇|乡|街道|片区|组团|新区|(?<!片|社|园|港|城|郊)区|村|县|市)$/
const TOWN = /(?:镇|乡|街道)$/

const DIVISION = /^(?:county|town|township|subdistrict)$/

/** Short forms (甲溪) of the full names (甲溪镇) the document uses; towns come before zones of the same short form. */
const shortForms = (places: readonly Mention[]): ReadonlyMap<string, Mention> => {
  const forms = new Map<string, Mention>()
  for (const place of [...places].sort(
    (one, other) => Number(TOWN.test(other.name)) - Number(TOWN.test(one.name)),
  )) {
    const short = place.name.replace(SUFFIX, '')
    if (short.length >= 2 && short !== place.name && !forms.has(short)) forms.set(short, place)
  }
  return forms
}

/** Kinds of place that can carry a list: “甲溪、乙河等乡镇”. */
const AREAS = new Set(['town', 'township', 'subdistrict', 'county', 'city', 'village', 'zone'])

const same = (one: Span, other: Span): boolean => one.start === other.start && one.end === other.end

export const sitesOf = (reading: Reading, places: readonly Mention[]): Sites => {
  const own = new Set(reading.plan.jurisdiction.split('/'))
  const short = shortForms(places)
  const divisions = new Map(
    places
      .filter(({ attributes }) => DIVISION.test(String(attributes.kind)))
      .flatMap((place) => [place.name, ...place.aliases].map((form) => [form, place] as const)),
  )
  const starts = new Map<number, Mention[]>()
  for (const place of places) starts.set(place.span.start, [...(starts.get(place.span.start) ?? []), place])
  const sorted = [...places].sort((one, other) => one.span.start - other.span.start)
  const isOwn = (mention: Mention): boolean => own.has(mention.name)
  const borrowed = (piece: Slice, known: Mention): Mention => ({
    type: 'Place',
    span: { start: piece.start, end: piece.end },
    name: known.name,
    aliases: [piece.text],
    attributes: known.attributes,
    rule: 'place-short-form',
  })
  const longestAt = (at: number, limit: number): Mention | undefined =>
    (starts.get(at) ?? [])
      .filter((place) => place.span.end <= limit)
      .sort((one, other) => other.span.end - one.span.end)[0]
  const exactly = (piece: Slice): Mention | undefined => {
    const place = longestAt(piece.start, piece.end)
    if (place && same(place.span, piece)) return place
    const known = short.get(piece.text)
    return known ? borrowed(piece, known) : undefined
  }
  const opening = (piece: Slice): Mention | undefined => {
    const place = longestAt(piece.start, piece.end)
    if (place) return place
    for (let size = Math.min(5, piece.text.length); size >= 2; size--) {
      const known = short.get(piece.text.slice(0, size))
      if (known) return borrowed(slice(piece.text.slice(0, size), piece.start), known)
    }
    return undefined
  }
  const chain = (piece: Slice): readonly Mention[] => {
    const first = opening(piece)
    if (!first) return []
    return [first, ...chain(slice(piece.text.slice(first.span.end - piece.start), first.span.end))]
  }
  const holder = (zone: Mention): Mention | undefined => {
    const text = reading.document.text.slice(zone.span.start, zone.span.end)
    for (let size = Math.min(6, text.length - 2); size >= 2; size--) {
      const known = divisions.get(text.slice(0, size))
      const full = known?.name === text.slice(0, size) || known?.attributes.kind === 'county'
      if (known && full && !isOwn(known) && zone.attributes.kind === 'zone')
        return borrowed(slice(text.slice(0, size), zone.span.start), known)
    }
    return undefined
  }
  const ownNames = new Set([...own, ...[...own].map((name) => name.replace(/(?:省|市|区|县|州|旗)$/, ''))])
  return {
    isOwnName: (word) => ownNames.has(word),
    endsInOwnName: (phrase) => [...ownNames].some((name) => name.length > 1 && phrase.endsWith(name)),
    isOwn,
    holder,
    exactly,
    opening,
    chain,
    isArea: (piece) => {
      const place =
        exactly(piece) ??
        between(sorted, piece).find((each) => each.span.end === piece.end) ??
        chain(piece).find((each) => each.span.end === piece.end)
      return place !== undefined && AREAS.has(String(place.attributes.kind))
    },
    within: (span) => {
      const inside = between(sorted, span).filter((place) => covers(span, place.span))
      return inside.filter(
        (place) =>
          !isOwn(place) &&
          !inside.some(
            (other) => other !== place && covers(other.span, place.span) && !same(other.span, place.span),
          ),
      )
    },
  }
}

/** The mentions that begin inside a span, by binary search over mentions sorted by start. */
const between = (sorted: readonly Mention[], span: Span): readonly Mention[] => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as Mention).span.start < span.start) low = middle + 1
    else high = middle
  }
  const found: Mention[] = []
  for (let index = low; index < sorted.length && (sorted[index] as Mention).span.start < span.end; index++)
    found.push(sorted[index] as Mention)
  return found
}

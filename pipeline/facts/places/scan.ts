/** Second pass: every mention of a known place, longest first, under the guard of its form. */
import type { Mention, Segment } from '../../records.ts'
import { overlaps } from '../../spans.ts'
import { type Book, type Form, formsAt, type Known } from './book.ts'
import {
  besidePlace,
  cleanEdges,
  type Edges,
  edgesOf,
  isFlow,
  isHan,
  markedEdges,
  namesConcept,
} from './edges.ts'
import type { PlaceWords } from './words.ts'

/** A place at a position, before it becomes a Mention. Offsets count from the document's start (UTF-16). */
export type Sighting = {
  readonly start: number
  readonly end: number
  readonly known: Known
  readonly rule: string
}

const namesLine = /^(?:高铁|高速|铁路(?!专用)|客专|城际)/

const marketAfter = /^[场]/

const placeTag = /^(?:ns|nz|nt|j|x)$/

/** The name of another county, or a short form coined from the document's zones, that the sentence uses as a plain word: 枢纽, 滨江. */
const isOrdinaryHere = (form: Form, edges: Edges, at: number): boolean => {
  const { origin } = form.known
  if (form.text === form.known.name || !/^(?:outside|learned)$/.test(origin) || form.text.length > 2)
    return false
  const tag = edges.words.get(at)
  return tag !== undefined && tag.length === form.text.length && !placeTag.test(tag.tag)
}

/** A county of the plan's own city with the short name of an everyday word (平安, 和平), where the sentence uses it as one. */
const isCommonHere = (form: Form, edges: Edges, at: number, words: PlaceWords): boolean => {
  if (form.known.origin !== 'within' || !words.common.has(form.text)) return false
  const tag = edges.words.get(at)
  return tag === undefined || tag.length !== form.text.length || tag.tag !== 'ns'
}

const stands = (edges: Edges, at: number, form: Form, book: Book, words: PlaceWords): boolean => {
  const end = at + form.text.length
  if (namesConcept(edges.text, end)) return false
  // 甲溪|县域商业体系
  if (edges.text[end] === '域' && /[县镇市区]$/.test(form.text)) return false
  // 甲城|路 is a street called after it
  if (form.guard === 'short' && /^[东南西北中]?路(?![网桥段])/.test(edges.text.slice(end, end + 3)))
    return false
  // 甲乙|高铁 is called after its ends, though some zone is called after it: 甲乙片区
  if (form.guard === 'short' && form.known.origin === 'learned' && namesLine.test(edges.text.slice(end)))
    return false
  // 甲山|一院: a hospital that bears another county's short name
  if (
    form.guard !== 'full' &&
    form.known.origin === 'outside' &&
    words.notBehindOthers.some((word) => edges.text.startsWith(word, end))
  )
    return false
  if (form.guard === 'beside')
    return markedEdges(edges, at, end, words) && besidePlace(edges, at, end, book, form)
  // A slogan's last word is not a place of its own: “信用甲溪”.
  if (form.guard === 'short' && edges.text[end] === '”' && isHan(edges.text[at - 1])) return false
  const isWord = isOrdinaryHere(form, edges, at) || isCommonHere(form, edges, at, words)
  if (form.guard === 'short' && isWord && !besidePlace(edges, at, end, book, form)) return false
  if (form.guard === 'short') return cleanEdges(edges, at, end, words, book)
  // Another county's full name must not lie across words: the end of 适应 and 城市 are no city.
  if (
    form.known.origin === 'outside' &&
    isHan(edges.text[at - 1]) &&
    !cleanEdges(edges, at, edges.text.length, words, book)
  )
    return false
  return !(/市$/.test(form.text) && marketAfter.test(edges.text.slice(end)))
}

/** The river by whose name a town is called, where the sentence speaks of its course. */
const riverOf = (form: Form, edges: Edges, at: number): Known | undefined =>
  /^(?:town|township|subdistrict)$/.test(form.known.kind) &&
  form.text !== form.known.name &&
  isFlow(edges.text, at, at + form.text.length)
    ? { name: form.text, kind: 'water', aliases: [], origin: 'learned' }
    : undefined

const ruleOf = (form: Form): string => {
  if (form.known.origin === 'region') return 'region-name'
  return form.text === form.known.name ? 'place-name' : 'place-short-name'
}

/** The places of one segment by the book alone; overlaps go to the one that starts first, then to the longest. */
export const sight = (segment: Segment, book: Book, words: PlaceWords): readonly Sighting[] => {
  const edges = edgesOf(segment)
  const found: Sighting[] = []
  for (let at = 0; at < edges.text.length; at++) {
    const form = formsAt(book, edges.text, at).find((candidate) => stands(edges, at, candidate, book, words))
    if (!form) continue
    const start = segment.span.start + at
    const river = riverOf(form, edges, at)
    found.push({
      start,
      end: start + form.text.length,
      known: river ?? form.known,
      rule: river ? 'river-of-town' : ruleOf(form),
    })
    at += form.text.length - 1
  }
  return found
}

/** An end of a line is the fuller reading of a place that it begins with: 甲江河口 over 甲江. */
export const underEnds = (sightings: readonly Sighting[], ends: readonly Sighting[]): readonly Sighting[] =>
  sightings.filter(
    (sighting) =>
      !ends.some(
        (end) => end.start === sighting.start && end.end > sighting.end && end.end - sighting.end <= 3,
      ),
  )

/** Drops what lies over an earlier, stronger sighting. `groups` are given strongest first. */
export const withoutOverlaps = (groups: readonly (readonly Sighting[])[]): readonly Sighting[] => {
  const kept: Sighting[] = []
  for (const sighting of groups.flat()) {
    const clash = kept.some((other) => overlaps(sighting, other))
    if (!clash) kept.push(sighting)
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The record that the next stages read. */
export const toMention = (sighting: Sighting): Mention => ({
  type: 'Place',
  span: { start: sighting.start, end: sighting.end },
  name: sighting.known.name,
  aliases: sighting.known.aliases,
  attributes: { kind: sighting.known.kind, ...(sighting.known.code ? { code: sighting.known.code } : {}) },
  rule: sighting.rule,
})

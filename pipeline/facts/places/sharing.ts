/** Lists that share one head: 甲马、乙光片区; 甲、乙、丙等乡镇; 甲、乙4座变电站. */
import type { Segment } from '../../records.ts'
import { type Book, formsAt, type Known } from './book.ts'
import { type Edges, edgesOf, isHan, stopStarting } from './edges.ts'
import type { Learned } from './learn.ts'
import { isGeneric, type PlaceWords } from './words.ts'

export type Shared = {
  readonly start: number
  readonly end: number
  readonly known: Known
  readonly rule: string
}
type Item = { readonly start: number; readonly end: number; readonly text: string }

/** The items before `end` in a 、-list, nearest last; the first one without the words that lead up to it. */
const itemsBefore = (edges: Edges, end: number, words: PlaceWords): readonly Item[] => {
  const items: Item[] = []
  let right = end
  while (right > 0) {
    let left = right
    while (left > 0 && isHan(edges.text[left - 1]) && right - left < 16) left--
    let start = left
    for (
      let skip = stopStarting(edges, start, right, words);
      skip > 0;
      skip = stopStarting(edges, start, right, words)
    )
      start += skip
    // 以|戴家、茅坪等街道为重点: no name begins so at the head of a clause
    if (start === left && right - start > 2 && !isHan(edges.text[start - 1]) && edges.text[start] === '以')
      start++
    const text = edges.text.slice(start, right)
    if (text.length < 2 || text.length > 4) break
    items.unshift({ start, end: right, text })
    if (edges.text[left - 1] !== '、' || start > left) break
    right = left - 1
  }
  return items
}

const townOf = (book: Book, text: string): Known | undefined => {
  const form = book.forms.get(text)
  return form && form.known.origin === 'within' ? form.known : undefined
}

/** The earlier items of a list whose last item, a learned name, carries the suffix for all: 甲马、|乙光片区. */
export const sharedSuffix = (
  segment: Segment,
  last: Learned,
  book: Book,
  words: PlaceWords,
): readonly Shared[] => {
  const edges = edgesOf(segment)
  const suffix = words.suffixes.find((candidate) => last.known.name.endsWith(candidate.text))
  const before = last.start - segment.span.start - 1
  if (!suffix?.shared || edges.text[before] !== '、') return []
  return itemsBefore(edges, before, words).flatMap((item) => {
    if (isGeneric(item.text, words) || words.suffixes.some((other) => item.text.endsWith(other.text)))
      return []
    const town = townOf(book, item.text)
    if (!town && suffix.strength === 'name' && book.hasTowns) return []
    const known = town ?? {
      name: item.text + suffix.text,
      kind: suffix.kind,
      aliases: [item.text],
      origin: 'learned' as const,
    }
    return [
      {
        start: segment.span.start + item.start,
        end: segment.span.start + item.end,
        known,
        rule: 'shared-suffix',
      },
    ]
  })
}

const classHead = /^(?:等)?(?:\d+个)?(?:乡镇|街镇|镇街|镇乡|镇(?!村)|乡(?![村土愁情])|街道)/
const countedHead = /^(?:等)?\d+[座处个]/

/** 甲、乙等街道, none of which any list knows: names all the same, where no item is a word of everyday. */
const isTownList = (items: readonly Item[], rest: string, edges: Edges, words: PlaceWords): boolean =>
  /^等/.test(rest) &&
  items.every(
    ({ text, start, end }) =>
      !isGeneric(text, words) &&
      !words.stops.has(text) &&
      !words.common.has(text) &&
      text.length < 4 &&
      !words.suffixes.some((suffix) => suffix.text.length > 1 && text.endsWith(suffix.text)) &&
      isNameWord(edges, start, end),
  )

/** Whether a stretch is a word that only names are, or none that the dictionary has. */
const isNameWord = ({ words }: Edges, start: number, end: number): boolean => {
  const word = words.get(start)
  return word === undefined || word.length !== end - start || /^(?:n[srz]|x|j|g)/.test(word.tag)
}

/** 甲 of 甲、乙等街道 is 甲街道; of 甲、乙等乡镇 nobody knows which it is. */
const townOfClass = (text: string, rest: string): Known => {
  const kind = /^(?:等)?(?:\d+个)?(街道|镇(?![乡街])|乡(?!镇))/.exec(rest)?.[1]
  const kinds: Readonly<Record<string, string>> = { 街道: 'subdistrict', 镇: 'town', 乡: 'township' }
  return kind
    ? { name: text + kind, kind: kinds[kind] ?? 'town', aliases: [text], origin: 'learned' }
    : { name: text, kind: 'town', aliases: [], origin: 'learned' }
}

/** The items of a list under a class word (甲家、乙家等乡镇) or a count (甲溪、乙丘4座变电站). */
export const sharedHead = (segment: Segment, book: Book, words: PlaceWords): readonly Shared[] => {
  const edges = edgesOf(segment)
  const found: Shared[] = []
  for (let at = 2; at < edges.text.length; at++) {
    const rest = edges.text.slice(at, at + 8)
    const counted = countedHead.test(rest)
    if (!counted && !classHead.test(rest)) continue
    const items = itemsBefore(edges, at, words)
    const known = items.filter((item) => book.forms.has(item.text)).length
    const named = !counted && isTownList(items, rest, edges, words)
    if (items.length < 2 || (known * 2 < items.length && !named)) continue
    for (const item of items) {
      const form = formsAt(book, edges.text, item.start).find((candidate) => candidate.text === item.text)
      // 城东、城西等街道: no county far away that has the same short form
      const listed = form && (counted || form.known.origin !== 'outside') ? form.known : undefined
      const place: Known | undefined =
        listed ??
        (counted || (book.hasTowns && !named) || isGeneric(item.text, words)
          ? undefined
          : townOfClass(item.text, rest))
      if (place)
        found.push({
          start: segment.span.start + item.start,
          end: segment.span.start + item.end,
          known: place,
          rule: 'shared-head',
        })
    }
  }
  return found
}

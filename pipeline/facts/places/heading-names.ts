/** Places that a plan names as headings: under 重点片区, （一）甲商务区, （二）乙湾, （三）丙产业基地. */
import type { Section, Segment } from '../../records.ts'
import type { Book, Known } from './book.ts'
import { isGeneric, type PlaceWords } from './words.ts'

/** What the name of an area may end with when its sibling headings are places. */
const AREA = /(?:区|园|带|圈|城|港|湾|基地|走廊|廊道|老街|街区|轴|片|组团|枢纽|小镇|岛|滨江)$/
const SHAPE = /^[\p{Script=Han}A-Za-z0-9“”（）()]{3,16}$/u

type Titled = { readonly title: string; readonly parent: Section | undefined }

const titled = (segment: Segment): Titled | undefined => {
  if (segment.kind !== 'heading') return undefined
  const at = segment.sections.findLastIndex(
    (section) => section.title !== undefined && section.titleSpan?.start === segment.span.start,
  )
  const section = segment.sections[at]
  return section?.title && section.number
    ? { title: section.title, parent: segment.sections[at - 1] }
    : undefined
}

const byParent = (segments: readonly Segment[]): readonly (readonly string[])[] => {
  const groups = new Map<Section | undefined, string[]>()
  for (const segment of segments) {
    const heading = titled(segment)
    if (heading) groups.set(heading.parent, [...(groups.get(heading.parent) ?? []), heading.title])
  }
  return [...groups.values()]
}

/** The headings of a group at least half of whose titles are places by the book, where the others are worded like areas too. */
export const headingNames = (segments: readonly Segment[], book: Book, words: PlaceWords): readonly Known[] =>
  byParent(segments).flatMap((titles) => {
    const known = titles.filter((title) => book.forms.has(title)).length
    if (known === 0 || known * 2 < titles.length) return []
    return titles
      .filter((title) => !book.forms.has(title) && SHAPE.test(title) && AREA.test(title))
      .filter((title) => !isGeneric(title, words) && !words.stops.has(title.slice(0, 2)))
      .map((name): Known => ({ name, kind: 'zone', aliases: [], origin: 'learned' }))
  })

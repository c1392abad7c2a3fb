/** The ends of lines and stretches: 甲大桥至乙园, （丙湾至丁廊桥、戊岛段）, 甲溪—乙州出境通道. */
import type { Segment } from '../../records.ts'
import { type Book, type Form, formsAt, type Known } from './book.ts'
import { type Edges, edgesOf, isHan, stopStarting } from './edges.ts'
import { isStreet, isStreetRest, streetsLength } from './streets.ts'
import { isGeneric, type PlaceWords } from './words.ts'

export type End = { readonly start: number; readonly end: number; readonly known: Known }

const roadBefore = /(?:[GSXY]\d+|[路道线河江溪渠])$/
const closing =
  /^(?:段|的|[、，。；）)]|等|公路|道路|高速|铁路|城际|快速|通道|大道|路|污水|输水|引水|供水|管网|干管|输气|航道|河道|一级|二级|三级)/

/** No name of an end is longer: what runs on is not one. */
const longest = 12

const leftEnd = (edges: Edges, joint: number, book: Book, words: PlaceWords): number | undefined => {
  let at = joint
  while (at > 0 && isHan(edges.text[at - 1])) {
    if (joint - at >= longest) return undefined
    const before = edges.text.slice(0, at)
    if (/[至到经]$/.test(before)) break
    if (joint - at >= 2 && roadBefore.test(before) && !isHan(before[before.length - 3])) break
    at--
  }
  for (
    let skip = stopStarting(edges, at, joint, words);
    skip > 0 && !isStreetRest(edges.text.slice(at + skip, joint));
    skip = stopStarting(edges, at, joint, words)
  )
    at += skip
  // S206甲南路|乙溪: a known place behind a road's name.
  const behind = /^.+(?:[路道线]|高速|高铁)(.{2,})$/.exec(edges.text.slice(at, joint))?.[1]
  const opens = behind ? formsAt(book, edges.text, joint - behind.length)[0] : undefined
  const isPlace = behind && (book.forms.has(behind) || (opens && opens.known.origin !== 'self'))
  if (behind && isPlace) at = joint - behind.length
  return joint - at >= 2 ? at : undefined
}

/** Whether an offset lies in a bracket that has opened before it: what stands there is a stretch and nothing else. */
const isBracketed = (text: string, at: number): boolean => /[（(][^（）()]*$/.test(text.slice(0, at))

/** 丙大道 behind 甲路至, or up to the end of a bracket: （甲村至丙大道段）. */
const streetEnd = (text: string, from: number, afterStreet: boolean): number | undefined => {
  const length = streetsLength(text.slice(from, from + longest))
  if (length === 0) return undefined
  const closes = isBracketed(text, from) && /^段?[）)、，]/.test(text.slice(from + length))
  return afterStreet || closes ? from + length : undefined
}

const rightEnd = (edges: Edges, from: number, book: Book): number | undefined => {
  const known = formsAt(book, edges.text, from)[0]
  if (known && closing.test(edges.text.slice(from + known.text.length, from + known.text.length + 3)))
    return from + known.text.length
  for (let end = from + 2; end <= from + 8 && end <= edges.text.length; end++) {
    if (closing.test(edges.text.slice(end, end + 3))) return end
    if (!isHan(edges.text[end])) return undefined
  }
  return undefined
}

const kindOf = (name: string, words: PlaceWords): string =>
  words.suffixes.find(
    (suffix) => name.endsWith(suffix.text) && suffix.kind !== 'zone' && suffix.strength !== 'local',
  )?.kind ?? 'other'

/** 甲集镇, 甲镇区: the town itself. */
const withTail = (name: string, book: Book, words: PlaceWords): Form | undefined => {
  const tail = words.tails.find((word) => name.endsWith(word))
  const form = tail === undefined ? undefined : book.forms.get(name.slice(0, -tail.length))
  return form?.known.origin === 'within' ? form : undefined
}

/** 云南|绥江: the division before an end is another place. */
const behindDivision = (text: string, start: number, end: number, book: Book): number => {
  const form = formsAt(book, text, start).find(
    ({ known, guard, text: words }) =>
      known.origin !== 'learned' &&
      guard !== 'beside' &&
      start + words.length <= end - 2 &&
      !isStreetRest(text.slice(start + words.length, end)),
  )
  return form ? start + form.text.length : start
}

const toEnd = (
  segment: Segment,
  from: number,
  written: number,
  book: Book,
  words: PlaceWords,
): readonly End[] => {
  const end = segment.text[written - 1] === '界' ? written - 1 : written
  const start = book.forms.has(segment.text.slice(from, end))
    ? from
    : behindDivision(segment.text, from, end, book)
  const name = segment.text.slice(start, end)
  if (
    isGeneric(name, words) ||
    /^(?:\d|[一二三四五六七八九十百千万亿]+$)/.test(name) ||
    /(?:大桥|高架桥|隧道|工程|项目|管线)$/.test(name)
  )
    return []
  return [
    {
      start: segment.span.start + start,
      end: segment.span.start + end,
      known: (book.forms.get(name) ?? book.forms.get(`${name}村`) ?? withTail(name, book, words))?.known ?? {
        name,
        kind: kindOf(name, words),
        aliases: [],
        origin: 'learned',
      },
    },
  ]
}

/** Further items in the same bracket: （响水湾至风雨廊桥、乌杨岛段）. */
const bracketItems = (segment: Segment, book: Book, words: PlaceWords): readonly End[] => {
  const found: End[] = []
  for (const bracket of segment.text.matchAll(/[（(]([^（）()]*至[^（）()]*)[）)]/g))
    for (const item of (bracket[1] ?? '').matchAll(/(?<=^|、)([^、至]{2,7}?)段?(?=、|$)/g)) {
      if (/[0-9a-zA-Z]/.test(item[1] ?? '')) continue
      const start = (bracket.index ?? 0) + 1 + item.index
      found.push(...toEnd(segment, start, start + (item[1] ?? '').length, book, words))
    }
  return found
}

const line = /(?:[路街道线河江溪渠沟港湖库段廊网管堤轴带巷]|[一二三四五六]期|堤防|护岸|海塘|水系|航道)$/

/** 甲江乙段（丙滩至丁坝）: nothing but the ends of a stretch stands in the bracket behind a line. */
const isStretchOfLine = (text: string, left: number, right: number): boolean =>
  /[（(]$/.test(text.slice(0, left)) &&
  line.test(text.slice(0, left - 1)) &&
  /^段?[）)、，]/.test(text.slice(right)) &&
  !/[年月日周级类岁]$/.test(text.slice(left, right))

const roadCodes =
  /(?<![A-Za-z\d])([GSXY]\d{2,4}(?:国道|省道|县道|线)?|\d{3}国道)?(至|—|–|-|－)([GSXY]\d{2,4}(?:国道|省道|县道|线)?|\d{3}国道)?/g

/** Roads as the ends of another: 甲外环（G105至S343段）. A code before a name is the line itself: G105甲溪至乙河段. */
const codeEnds = (segment: Segment): readonly End[] =>
  [...segment.text.matchAll(roadCodes)].flatMap((match) => {
    const [, left = '', joint = '', right = ''] = match
    const to = match.index + match[0].length
    const closed = /^(?:段|[）)、，。；]|$|公路|连接|快速|一级|二级)/.test(segment.text.slice(to))
    if (right === '' || !closed) return []
    const name = (text: string, at: number): End => ({
      start: segment.span.start + at,
      end: segment.span.start + at + text.length,
      known: { name: text, kind: 'other', aliases: [], origin: 'learned' },
    })
    const from = match.index + left.length + joint.length
    return [...(left === '' ? [] : [name(left, match.index)]), name(right, from)]
  })

/** The places at the ends of every “X至Y段”, “X—Y通道” of a segment. */
export const lineEnds = (segment: Segment, book: Book, words: PlaceWords): readonly End[] => {
  const edges = edgesOf(segment)
  const found: End[] = [...bracketItems(segment, book, words), ...codeEnds(segment)]
  for (const joint of segment.text.matchAll(/至|(?<=\p{Script=Han})[—－–-](?=\p{Script=Han})/gu)) {
    if (segment.text[joint.index - 1] === '乃' || segment.text.startsWith('至于', joint.index)) continue
    const left = leftEnd(edges, joint.index, book, words)
    if (left === undefined) continue
    const afterStreet = isStreet(segment.text.slice(left, joint.index))
    const street = streetEnd(segment.text, joint.index + 1, afterStreet)
    const right = street ?? rightEnd(edges, joint.index + 1, book)
    if (right === undefined) continue
    const tail = segment.text.slice(right, right + 12)
    const onRoad =
      /[GSXY][0-9]+$/.test(segment.text.slice(0, left)) && !/[0-9]/.test(segment.text[joint.index + 1] ?? '')
    const ofLine = isStretchOfLine(segment.text, left, right) || (afterStreet && street !== undefined)
    if (!onRoad && !ofLine && !/段|公路|道路|高速|铁路|通道|大道|管网|干管|航道|河道|线|整治/.test(tail))
      continue
    found.push(
      ...toEnd(segment, left, joint.index, book, words),
      ...toEnd(segment, joint.index + 1, right, book, words),
    )
  }
  return found
}

/** 甲兴 is 甲兴村 where the document names both as ends of roads. */
export const joinVillages = <Found extends { readonly known: Known; readonly rule: string }>(
  lines: readonly (readonly Found[])[],
): readonly (readonly Found[])[] => {
  const ends = new Map(
    lines
      .flat()
      .filter((found) => found.rule === 'line-end')
      .map((found) => [found.known.name, found.known]),
  )
  return lines.map((line) =>
    line.map((found) => {
      const village = found.rule === 'line-end' ? ends.get(`${found.known.name}村`) : undefined
      return village ? { ...found, known: village } : found
    }),
  )
}

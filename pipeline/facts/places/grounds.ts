/** Grounds that a clause sets its works in: 在甲开发区、乙物流园新建…; 围绕甲公园、乙庄园建设…; 以甲湖、乙水库为重点建设…. */
import type { Segment } from '../../records.ts'
import { type Book, formsAt } from './book.ts'
import { type Edges, edgesOf } from './edges.ts'
import type { Sighting } from './scan.ts'
import { isGeneric, type PlaceWords } from './words.ts'

/** The list between the word that sets the works there and the verb of the works. */
const SETTING =
  /(?<=^|[，。；：、\s]|\d[.．]|重点|优先|主要|分别|年底?前?|将)(?:在|围绕|依托|聚焦|沿|以)([^，。；：\d“”《》]{3,60}?)(?=(?:等[^，。；、]{0,6}?)?(?:为重点|周边|沿线|区域|两侧|内)*(?:新建|新增|新设|新开|建设|建成|改造|改建|扩建|实施|打造|布局|开展|推进|推广|建立|修建|铺设|规划|启动|开工|设置|增设|安装|创建|完善|落地|，))/gu

/** What a name has and a class has not: 市级|开发区, 重点|景区 have no such word. */
const NAME_TAG = /^(?:n[srz]|nt|x|g|j)/

const isNamed = (segment: Segment, edges: Edges, start: number, end: number, book: Book): boolean =>
  segment.tokens.some((token) => {
    const at = token.span.start - segment.span.start
    return at >= start && at < end && NAME_TAG.test(token.tag) && token.text !== '等'
  }) ||
  formsAt(book, edges.text, start).some((form) => form.guard !== 'beside' && form.text.length <= end - start)

/** 县|高新技术产业开发区: the one of the jurisdiction, which needs no other name. */
const OWN = /^[省市州县区旗](?=.*(?:开发区|高新区|经开区)$)/

/** Behind the divisions in full that a piece opens with: 甲县乙镇|丙物流园. */
const behindDivisions = (text: string, from: number, to: number, book: Book): number => {
  const form = formsAt(book, text, from).find(
    ({ known, text: own, guard }) =>
      guard === 'full' &&
      known.name === own &&
      /^(?:county|city|province|town|township|subdistrict)$/.test(known.kind),
  )
  return form && from + form.text.length < to
    ? behindDivisions(text, from + form.text.length, to, book)
    : from
}

const groundAt = (
  segment: Segment,
  edges: Edges,
  from: number,
  to: number,
  book: Book,
  words: PlaceWords,
): readonly Sighting[] => {
  const start = behindDivisions(edges.text, from, to, book)
  const name = edges.text.slice(start, to)
  const ground = words.grounds.find(({ text }) => name.endsWith(text) && name.length > text.length)
  if (!ground || book.forms.get(name)?.known.origin === 'within') return []
  const core = name.slice(0, -ground.text.length)
  const named =
    OWN.test(name) ||
    (core.length >= 2 &&
      core.length <= 10 &&
      !isGeneric(core, words) &&
      isNamed(segment, edges, start, to - ground.text.length, book))
  if (!named || /[的各所有]|[一二三四五六七八九十两几]个/.test(core)) return []
  const known = book.forms.get(name)?.known ?? {
    name,
    kind: ground.kind,
    aliases: [],
    origin: 'learned' as const,
  }
  return [{ start: segment.span.start + start, end: segment.span.start + to, known, rule: 'ground-of-works' }]
}

/** The named grounds of such lists, each by its whole name. */
export const groundsOfWorks = (segment: Segment, book: Book, words: PlaceWords): readonly Sighting[] => {
  const edges = edgesOf(segment)
  return [...segment.text.matchAll(SETTING)].flatMap((match) => {
    const list = match[1] ?? ''
    const offset = match.index + match[0].length - list.length
    return [...list.matchAll(/(?:[^、和与及以]|以(?!及)|(?<![、])[和及](?=[平安])|及(?=第))+/gu)].flatMap(
      (piece) =>
        groundAt(
          segment,
          edges,
          offset + piece.index,
          offset + piece.index + piece[0].replace(/等.{0,6}$/u, '').length,
          book,
          words,
        ),
    )
  })
}

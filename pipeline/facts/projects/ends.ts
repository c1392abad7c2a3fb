import type { Mention } from '../../records.ts'
import type { Sites } from './sites.ts'
import { part, type Slice } from './slice.ts'
import { headOf, type Vocabulary } from './vocabulary.ts'

const LINK = /至|—+|–|经|连接(?![线道路段])|到/
const DESCRIBING =
  /(?:污水|雨水|供水|输水|引水|天然气|燃气|输气管道|输油管道|管道|管线|输电线路|一级|二级|主|道路|公路|快速|出境|入城|过江|跨江|连接|的.*|段.*|扩容.*|扩能.*|改扩建.*|界|沿线|、.*|（.*|）.*)$/

/** The pieces of “S206乙路甲溪至丙山坎公路” that stand for its ends: 甲溪, 丙山坎公路. */
const endPieces = (words: Slice): readonly Slice[] => {
  const inBracket = /[（(]([^（）()]*(?:至|—)[^（）()]*)[）)]/.exec(words.text)
  const text = inBracket?.[1] ?? words.text
  const offset = inBracket ? inBracket.index + 1 : 0
  if (/[、]/.test(text)) return []
  const pieces: Slice[] = []
  let from = 0
  for (const match of text.matchAll(new RegExp(LINK, 'g'))) {
    pieces.push(part(words, offset + from, offset + match.index))
    from = match.index + match[0].length
  }
  // “甲桥—乙园绿地一期”城市慢行系统: the marks name a thing
  if (/[“”"]/.test(text)) return []
  if (pieces.length === 0 || !/至|—|–|(?:经|连接).+的/.test(text)) return []
  const codes = /[A-Z]\d+[—–][A-Z]\d/.test(text)
  const joinsDigits = /[A-Za-z\d][—–]|[—–]\d/.test(text) && !codes
  if (!text.includes('至') && (/(?:项目|工程)[—–]/.test(text) || joinsDigits)) return []
  return [...pieces, part(words, offset + from, offset + text.length)]
}

/** A road by its number: G105, S343线, 107国道. */
const CODE = /^[A-Z]?\d+(?:国道|省道|县道|线)?$/

const NAMED_ROAD = /^[^、，A-Za-z\d]{2,6}?(?:高速公路|高速|高铁|铁路|公路|国道|省道)(?=.{2})/

/** “S206乙路甲溪”, “丁高速甲溪” without the road: a number goes always, a name before a place that is known. */
const withoutRoad = (piece: Slice, sites: Sites): Slice => {
  const code = /^[A-Za-z]\d+/.exec(piece.text)?.[0].length ?? 0
  if (code === 0) {
    const named = part(piece, NAMED_ROAD.exec(piece.text)?.[0].length ?? 0)
    const place = sites.opening(named)
    return place && !sites.isOwn(place) ? named : piece
  }
  const road = /^.*(?:路|线|大道|高速)(?=.{2})/.exec(piece.text.slice(code))?.[0].length ?? 0
  return part(piece, code + road)
}

const withoutDescription = (piece: Slice, vocabulary: Vocabulary): Slice => {
  let current = piece
  for (;;) {
    const described = DESCRIBING.exec(current.text)
    const head = headOf(current.text, vocabulary)
    const cut = described?.[0].length ?? (head && current !== piece ? 0 : (head?.head.length ?? 0))
    if (cut === 0 || current.text.length - cut < 2) return current
    current = part(current, 0, current.text.length - cut)
  }
}

const NOT_A_PLACE = new Set(['bridge', 'tunnel', 'park'])

const isBuilding = (text: string, vocabulary: Vocabulary): boolean => {
  const head = headOf(text, vocabulary)
  return head !== undefined && head.head.length > 1 && NOT_A_PLACE.has(head.category)
}

const endPlaces = (raw: Slice, first: boolean, sites: Sites, vocabulary: Vocabulary): readonly Mention[] => {
  const piece = first ? withoutRoad(raw, sites) : raw
  const road = sites.opening(raw)
  if (road && CODE.test(road.name)) return [road]
  if (piece.text.length < 2 || /\d/.test(piece.text)) return []
  const opening = sites.opening(piece)
  const ownLength = opening && sites.isOwn(opening) ? opening.span.end - piece.start : 0
  // 甲州大道 of 甲州 is a road by that name, not “大道 in 甲州”
  const own = vocabulary.heads.has(withoutDescription(part(piece, ownLength), vocabulary).text)
    ? 0
    : ownLength
  const bare = withoutDescription(own < piece.text.length - 1 ? part(piece, own) : piece, vocabulary)
  if (sites.endsInOwnName(bare.text)) return []
  const exact = sites.exactly(piece) ?? sites.exactly(bare)
  if (exact) return [exact]
  const inside = sites.within(piece)
  if (inside.length > 0 && (!first || inside.at(-1)?.span.end === bare.end))
    return first ? inside.slice(-1) : inside
  if (!first && opening && !sites.isOwn(opening)) return [opening]
  if (
    bare.text.length < 2 ||
    bare.text.length > 10 ||
    bare.text.startsWith('站') ||
    isBuilding(bare.text, vocabulary)
  )
    return []
  return [
    {
      type: 'Place',
      span: { start: bare.start, end: bare.end },
      name: bare.text,
      aliases: [],
      attributes: { kind: 'other' },
      rule: 'line-end',
    },
  ]
}

/** The places at the ends of a line named in an item's words: “甲溪—乙河通道”, “丙大道（甲村至乙村段）”. */
export const endsOf = (words: Slice, sites: Sites, vocabulary: Vocabulary): readonly Mention[] =>
  endPieces(words).flatMap((piece, index) => endPlaces(piece, index === 0, sites, vocabulary))

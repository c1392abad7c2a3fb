import type { ListReader } from './items.ts'
import { endsCounted, withoutDuty } from './names.ts'
import { ownHead } from './own-head.ts'
import { cutAt, firstOutside, outside, part, type Slice, slice } from './slice.ts'
import { ET_CETERA } from './tails.ts'
import type { Head } from './vocabulary.ts'
import { watersHead } from './waters.ts'

/** 以及 before the last item of a list only joins: “甲、乙以及丙”. */
const partListed = (pieces: readonly Slice[]): readonly Slice[] =>
  pieces.length < 2 ? pieces : [...pieces.slice(0, -1), ...cutAt(pieces.at(-1) as Slice, /以及/g)]

const isThing = (head: Head | undefined): boolean =>
  head !== undefined &&
  (head.kind === 'facility' || head.kind === 'zone' || head.head === '项目' || head.head === '工程')

/** 及, 以及, 和 and 与 part two things when both could be built alone, or the first stands alone and the next opens with a place. */
const partJoined = (piece: Slice, reader: ListReader): readonly Slice[] => {
  // 和龙 and 和平 begin with the conjunction; it joins nothing inside a name
  const named = reader.placeLength(piece.start)
  const free = outside(piece.text)
  const mark = [...piece.text.matchAll(/以及|及|和|与/g)].find(
    ({ index }) => index > 0 && index >= named && free[index],
  )
  if (!mark) return [piece]
  const right = part(piece, mark.index + mark[0].length)
  const left = part(piece, 0, mark.index)
  const head = ownHead(left, reader)
  const counted =
    endsCounted(left, reader.vocabulary) || new RegExp(`^${reader.vocabulary.count}`).test(right.text)
  // “甲公园滨江段和乙湾岸线贯通”: a stretch is joined to what shares its deed
  if (/.段$/.test(left.text) && ownHead(right, reader)?.kind === 'action')
    return [left, ...partJoined(right, reader)]
  // “甲老街和乙公园等改造”, “甲湖和乙湖绿地”: two places, or a place and a thing, side by side
  const water = /[河江湖渠]$/.test(left.text)
  const place = water || reader.placeLength(left.start) >= left.text.length
  const etc = beforeEtc(right)
  if (
    place &&
    ((etc !== right && ownHead(etc, reader)) ||
      (water && (reader.placeLength(right.start) > 0 || watersHead(right.text) > 0)))
  )
    return [left, ...partJoined(right, reader)]
  if (right.text === '' || (!head && !counted)) return [piece]
  const rest = partJoined(right, reader)
  const next = rest[0] && ownHead(beforeEtc(rest[0]), reader)
  // “甲溪水库除险加固和乙河水库建设”: a thing with what is done to it, and another thing
  const done = head?.kind === 'action' && left.text.length > 6 && right.text.length > 3
  const alike = (isThing(head) || done) && isThing(next)
  // “甲乙高速和G219丙丁、戊己公路”: a numbered road begins anew
  const coded = isThing(head) && /^[GSXY]\d/.test(right.text)
  if (!counted && !alike && !coded && reader.placeLength(right.start) === 0) return [piece]
  return [left, ...rest]
}

const beforeEtc = (piece: Slice): Slice => {
  const etc = firstOutside(piece.text, ET_CETERA)
  return etc && etc.index > 0 ? part(piece, 0, etc.index) : piece
}

/** “甲桥乙隧”“丙园丁馆” side by side are two things. */
const cutQuotes = (piece: Slice): readonly Slice[] => {
  const at = piece.text.indexOf('”“')
  return at < 0 || !/^“.*”$/.test(piece.text)
    ? [piece]
    : [part(piece, 0, at + 1), ...cutQuotes(part(piece, at + 1))]
}

/** “4#、5#地块” is one thing: a 、 between two marks of a row does not part items. */
const rejoin = (cut: readonly Slice[], source: string): readonly Slice[] => {
  const joined: Slice[] = []
  const pieces = cut.flatMap((piece) => cutQuotes(piece))
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (
      last &&
      /[\d#]$/.test(last.text) &&
      /^\d+#|^\d+[号栋]/.test(piece.text) &&
      /[#号]/.test(last.text.slice(-2))
    )
      joined[joined.length - 1] = slice(source.slice(last.start, piece.end), last.start)
    else joined.push(piece)
  }
  return joined
}

/** The pieces of a governed list, cut at 、 and at the conjunctions that part two things. */
export const piecesOf = (object: Slice, reader: ListReader): readonly Slice[] =>
  rejoin(partListed(cutAt(withoutDuty(object), /、/g)), reader.source).flatMap((piece) =>
    partJoined(piece, reader),
  )

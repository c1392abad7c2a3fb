/** What is done to the last thing of a list, and to those before it as well: “甲河乙镇段、丙镇段清淤”. */
import type { Item, ListReader } from './items.ts'
import { ownHead, uncounted } from './own-head.ts'
import { single, withHead } from './shared-heads.ts'
import { part, type Slice, slice } from './slice.ts'
import { headOf } from './vocabulary.ts'
import { WATER } from './waters.ts'

/** “完成甲广场、乙金都、丙周边商圈提档升级”: an action of four characters that only the last item names is done to all. */
export const sharedAction = (pieces: readonly Slice[], reader: ListReader): string | undefined => {
  const last = pieces.at(-1)
  const head = last && ownHead(last, reader)
  if (!last || head?.kind !== 'action' || head.head.length < 4 || pieces.length < 2) return undefined
  const others = pieces.slice(0, -1)
  const bare = others.filter((piece) => !ownHead(piece, reader))
  if (
    bare.length === 0 ||
    bare.every((piece) => reader.isArea(piece) || WATER.test(piece.text)) ||
    bare.some((piece) => piece.text.length < 3)
  )
    return undefined
  return others.some((piece) => ownHead(piece, reader)?.kind === 'action' || piece.text.length > 8)
    ? undefined
    : head.head
}

/** A stretch of a river, or a road: 甲河乙镇段, 甲路. */
export const STRETCH = /.(?:段|路|街|大道|巷)$/
const STRETCH_DEED = /^.{1,12}?(?:段|(?:路|街|大道|巷)(?:.{0,4}段)?)(?=.{2})/

/** “甲河乙镇段、丙镇段清淤”, “甲路、乙路东段、丙路人行道改造”: stretches and roads share what is done to the last of them. */
const sharedByStretches = (
  pieces: readonly Slice[],
  last: Slice,
  reader: ListReader,
): { readonly from: number; readonly deed: string } | undefined => {
  const head = ownHead(last, reader)
  if (head?.kind !== 'action') return undefined
  const at = STRETCH_DEED.exec(last.text)?.[0].length
  // “甲高速乙段和丙高速扩容”: what is done to a thing of its own is not done to the stretch
  const thing = headOf(last.text.slice(0, last.text.lastIndexOf(head.head)), reader.vocabulary)
  if (!at && thing?.kind === 'facility') return undefined
  const deed = at ? uncounted(slice(last.text.slice(at), 0), reader).text : head.head
  const other = pieces.slice(0, -1).findLastIndex((piece) => !STRETCH.test(piece.text))
  return deed.length > 1 ? { from: other + 1, deed } : undefined
}

/** “甲镇污水处理厂、乙镇污水处理厂提标改造”: what is done to the last of several like things is done to all that run up to it. */
export const sharedDeed = (
  pieces: readonly Slice[],
  reader: ListReader,
): { readonly from: number; readonly deed: string } | undefined => {
  const last = pieces.at(-1)
  const before = pieces.at(-2)
  if (last && before && STRETCH.test(before.text)) return sharedByStretches(pieces, last, reader)
  const head = before && ownHead(before, reader)
  if (!last || !head || head.kind === 'action' || ownHead(last, reader)?.kind !== 'action') return undefined
  const at = last.text.indexOf(head.head)
  const deed = last.text.slice(at + head.head.length)
  if (at <= 0 || deed.length < 2) return undefined
  const unlike = pieces.slice(0, -1).findLastIndex((piece) => ownHead(piece, reader) !== head)
  return { from: unlike + 1, deed }
}

/** Things under one deed. “丙园区甲路、乙路、丁路修复”: a place that opens the first and none of the others holds for all. */
export const underDeed = (pieces: readonly Slice[], deed: string, reader: ListReader): readonly Item[] => {
  const { vocabulary } = reader
  const [first, ...others] = pieces
  const length = first ? reader.placeLength(first.start) : 0
  const bare =
    first &&
    length > 0 &&
    length < first.text.length - 1 &&
    others.every((piece) => piece.text.length <= 5 + deed.length && reader.placeLength(piece.start) === 0)
  const at = bare ? part(first, 0, length) : undefined
  return pieces.map((piece, index) => {
    const item = index === pieces.length - 1 ? single(piece, vocabulary) : withHead(piece, deed, vocabulary)
    if (!at || index === 0) return item
    return {
      ...item,
      name: at.text + item.name,
      aliases: [item.name, ...item.aliases],
      at,
      shared: true,
    }
  })
}

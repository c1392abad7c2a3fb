/** Whether a piece of a list can stand alone. */
import type { ListReader } from './items.ts'
import { bareCore, countIn } from './names.ts'
import { part, type Slice } from './slice.ts'
import { type Head, headOf } from './vocabulary.ts'

/** Without a closing count: “丙镇污水处理厂2座” is about 丙镇污水处理厂. */
export const uncounted = (piece: Slice, { vocabulary }: ListReader): Slice => {
  const found = countIn(piece.text, vocabulary)
  return found?.after === '' && found.before.length > 1 ? part(piece, 0, found.before.length) : piece
}

/** The head that lets a piece stand alone; a town that happens to be called 石桥 has none. */
export const ownHead = (piece: Slice, reader: ListReader): Head | undefined =>
  reader.isArea(piece)
    ? undefined
    : headOf(bareCore(uncounted(piece, reader).text, reader.vocabulary), reader.vocabulary)

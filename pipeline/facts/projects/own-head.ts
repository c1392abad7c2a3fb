/** Whether a piece of a list can stand alone. */
import type { ListReader } from './items.ts'
import { bareCore } from './names.ts'
import type { Slice } from './slice.ts'
import { type Head, headOf } from './vocabulary.ts'

/** The head that lets a piece stand alone; a town that happens to be called 石桥 has none. */
export const ownHead = (piece: Slice, reader: ListReader): Head | undefined =>
  reader.isArea(piece) ? undefined : headOf(bareCore(piece.text, reader.vocabulary), reader.vocabulary)

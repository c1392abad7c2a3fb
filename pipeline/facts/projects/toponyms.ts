/** What the members of a list are when they are called after a street, a bridge or a pier: 甲路, 乙桥 and 丙街 of “甲路、乙桥、丙街3个农贸市场”. */
import type { ListReader } from './items.ts'
import { bareCore } from './names.ts'
import { ownHead } from './own-head.ts'
import type { Slice } from './slice.ts'
import { type Head, headOf, type Vocabulary } from './vocabulary.ts'

/** What a shared head says is done, and to what kind of thing: 灌区 and 续建配套改造 of “中型灌区续建配套改造”. */
export type Shared = { readonly thing?: Head; readonly deed?: string }

/** Parts a shared head into its thing and what is done to it. */
export const sharedOf = (text: string, vocabulary: Vocabulary): Shared => {
  const head = headOf(bareCore(text, vocabulary), vocabulary)
  if (!head) return {}
  if (head.kind !== 'action') return { thing: head }
  for (let end = text.length - head.head.length; end > 1; end--) {
    const thing = headOf(text.slice(0, end), vocabulary)
    // 设备更新 of “市政设施设备更新” is not done to a sewer: only a thing one can count leaves its deed whole
    if (thing && thing.kind !== 'action')
      return { thing, deed: thing.kind === 'facility' ? text.slice(end) : head.head }
  }
  return { deed: head.head }
}

/** Heads after which things near them are called: 甲路农贸市场, 乙街社区, 丙桥灌区. */
const NAMING = new Set(['路', '街', '巷', '桥', '港', '大街', '大道'])

const LINES = new Set(['railway', 'highway', 'road', 'bridge', 'tunnel', 'waterway'])

/** Whether a piece with a short head of its own is a place by which a thing of another kind is called: 甲桥 of “甲桥等9处中型灌区”. */
export const isToponym = (piece: Slice, { thing }: Shared, reader: ListReader): boolean => {
  const own = ownHead(piece, reader)
  if (!own || !thing || !NAMING.has(own.head) || thing.category === 'other') return false
  // “甲路、乙桥等道路”: roads and bridges are what is called so
  return own.category !== thing.category && !(LINES.has(own.category) && LINES.has(thing.category))
}

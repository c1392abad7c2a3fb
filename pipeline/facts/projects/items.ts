/** The things that a governed list names, one by one. */
import { bareCore, countIn, endsCounted, type Named, nameOf, withoutDuty } from './names.ts'
import { ownHead } from './own-head.ts'
import { piecesOf } from './pieces.ts'
import { STRETCH, sharedAction, sharedDeed, underDeed } from './shared-deeds.ts'
import { closing, programme, single, withHead } from './shared-heads.ts'
import { type Slice, slice } from './slice.ts'
import {
  CALLED,
  GENERIC_HEAD,
  groupStart,
  namesThings,
  RATED,
  type Tail,
  tailOf,
  withoutGeneralTail,
} from './tails.ts'
import { isToponym, sharedOf } from './toponyms.ts'
import { headOf, type Vocabulary } from './vocabulary.ts'
import { WATER } from './waters.ts'

/** One thing of a list. `over` are the words of the places of a programme; `group` is the counted whole it belongs to. */
export type Item = Named & {
  readonly over: readonly Slice[]
  readonly group?: Named
  /** The words of a place that opens the list and holds for this item too. */
  readonly at?: Slice
  /** The name takes its head from elsewhere in the list. */
  readonly shared: boolean
  /** The list closes with what its members are: “…等重点项目”, “…等楼宇功能转型”. */
  readonly called?: 'projects' | 'things'
}

/** What the list reader asks of the document. */
export type ListReader = {
  readonly vocabulary: Vocabulary
  /** Whether a piece as a whole names, or ends in, an area: a town, a village, a zone. */
  readonly isArea: (piece: Slice) => boolean
  /** Whether a piece is one everyday word (国家, 公共), which describes but does not name. */
  readonly isCommon: (piece: Slice) => boolean
  /** Length of the place name, or of the place names strung together, that begin at an offset of the document; 0 when none does. */
  readonly placeLength: (at: number) => number
  /** The canonical name of a piece that is a place. */
  readonly fullName: (piece: Slice) => string
  readonly source: string
}

/** Items under a tail “等N座HEAD”: each complete item stands alone, each bare one takes the head. */
const underTail = (pieces: readonly Slice[], tail: Tail, reader: ListReader): readonly Item[] => {
  const { vocabulary, source } = reader
  const members = [...pieces, tail.before].filter((piece) => piece.text !== '')
  const first = members[0]
  if (first === undefined) return []
  const whole = slice(source.slice(first.start, tail.tail.end), first.start)
  const able = members.filter((piece) => ownHead(piece, reader) !== undefined)
  const tailHead = headOf(bareCore(tail.head, vocabulary), vocabulary)
  const headed = tailHead !== undefined
  const classNoun = new RegExp(`^(?:${vocabulary.placeClass})(?![村土])(?=.{2})`).exec(tail.head)
  const lines = members.some((piece) => /至|—/.test(piece.text))
  const counted = tail.count !== undefined && tailHead?.kind === 'facility'
  // “甲镇、乙镇3座乡镇水厂” are as many things as places; “甲至乙、丙至丁等县乡公路” are lines
  if (classNoun && able.length === 0 && headed && !lines && !counted)
    return [programme(members, tail.head, whole, vocabulary)]
  const closes =
    GENERIC_HEAD.test(tail.head) ||
    (tail.count === undefined && /(?:项目|工程|设施)$/.test(tail.head) && able.length * 2 >= members.length)
  const done = tailHead?.kind === 'action' ? tailHead.head : undefined
  // 丙井 among bare names is a place that ends like a thing
  const bare = members.some((piece) => !ownHead(piece, reader) && !reader.isArea(piece))
  const isBare = (piece: Slice): boolean =>
    bare && piece.text.length < 4 && ownHead(piece, reader)?.head.length === 1
  const shared = sharedOf(tail.head, vocabulary)
  const stands = (piece: Slice): boolean =>
    !isBare(piece) && !isToponym(piece, shared, reader) && standsAlone(piece)
  const standsAlone = (piece: Slice): boolean =>
    ownHead(piece, reader)?.kind === 'action' || (done === undefined && ownHead(piece, reader) !== undefined)
  if (closes || !headed || (members.every(stands) && tail.count === undefined)) {
    const called = CALLED.test(tail.head)
      ? 'projects'
      : namesThings(tail.head, vocabulary)
        ? 'things'
        : undefined
    const kind = GENERIC_HEAD.test(tail.head) || tail.head.length > 10 ? undefined : tail.head
    return standing(members, reader).map((item) => ({
      ...item,
      called,
      aliases: kind ? [...item.aliases, item.name + kind] : item.aliases,
    }))
  }
  // “燃气、供热、供水等市政设施更新”: kinds of things, not things
  const kinds = members.filter((piece) => reader.isCommon(piece) && reader.placeLength(piece.start) === 0)
  if (kinds.length * 2 > members.length && members.length > 2 && headed) {
    const named = nameOf(tail.tail, vocabulary)
    return [{ ...named, words: whole, aliases: [...named.aliases, whole.text], over: [], shared: true }]
  }
  const group = tail.count === undefined ? undefined : { ...nameOf(tail.tail, vocabulary), count: tail.count }
  const items = members.map((piece, index) => {
    // 甲中500千伏、甲东500千伏变电工程等4个项目
    const next = members[index + 1]
    const rated = RATED.test(piece.text) && next ? ownHead(next, reader) : undefined
    if (rated) return withHead(piece, rated.head, vocabulary, group)
    if (stands(piece)) return { ...single(piece, vocabulary), ...(group ? { group } : {}) }
    const head = counted && classNoun ? tail.head.slice(classNoun[0].length) : tail.head
    const complete = ownHead(piece, reader) && !isToponym(piece, shared, reader)
    return withHead(piece, shared.deed && complete ? shared.deed : head, vocabulary, group)
  })
  return group && members.every(stands) ? [...items, { ...group, over: [], shared: false }] : items
}

/** “甲街二期” is a thing of its own. */
const STAGE = /[一二三四五六]期$/

/** Short pieces without a head wait for the item that closes their run; long ones are names of their own. */
const waits = (piece: Slice, run: readonly Slice[], reader: ListReader): boolean => {
  const head = ownHead(piece, reader)
  if (STAGE.test(piece.text)) return false
  if (RATED.test(piece.text) && !head) return true
  if (!head)
    return (
      reader.isArea(piece) ||
      // 甲江|老木孔 with what closes the list
      reader.placeLength(piece.start) >= piece.text.length - (/^[^、]{1,3}[江河]/.test(piece.text) ? 3 : 0) ||
      bareCore(piece.text, reader.vocabulary).length <= (WATER.test(piece.text) ? 6 : 4)
    )
  return head.kind === 'zone' && run.length > 0
}

/** Items without a common tail: complete ones stand alone, a run of bare ones is closed by the next complete one. */
const standing = (pieces: readonly Slice[], reader: ListReader): readonly Item[] => {
  const { vocabulary } = reader
  const action = sharedAction(pieces, reader)
  if (action)
    return pieces.map((piece, index) =>
      index === pieces.length - 1 ? single(piece, vocabulary) : withHead(piece, action, vocabulary),
    )
  const deed = sharedDeed(pieces, reader)
  if (deed)
    return [
      ...standing(pieces.slice(0, deed.from), reader),
      ...underDeed(pieces.slice(deed.from), deed.deed, reader),
    ]
  const items: Item[] = []
  let run: Slice[] = []
  for (const piece of pieces) {
    if (waits(piece, run, reader)) run.push(piece)
    else {
      items.push(
        ...(run.length > 0 && ownHead(piece, reader)
          ? closing(run, piece, reader)
          : [...run, piece].map((each) => single(each, vocabulary))),
      )
      run = []
    }
  }
  return [...items, ...run.map((piece) => single(piece, vocabulary))]
}

/** “中小学、幼儿园80所”: kinds of things counted together are one project. */
const jointlyCounted = (pieces: readonly Slice[], object: Slice, reader: ListReader): Item | undefined => {
  const { vocabulary } = reader
  const last = pieces.at(-1)
  if (pieces.length < 2 || !last || !endsCounted(last, vocabulary)) return undefined
  if (
    pieces
      .slice(0, -1)
      .some(
        (piece) =>
          countIn(piece.text, vocabulary) ||
          !ownHead(piece, reader) ||
          reader.placeLength(piece.start) > 0 ||
          STRETCH.test(piece.text) ||
          piece.text.length > 6,
      )
  )
    return undefined
  return single(withoutDuty(object), vocabulary)
}

/** Reads a governed list into its items, sharing heads as the text does. */
export const itemsOf = (object: Slice, reader: ListReader): readonly Item[] => {
  const pieces = piecesOf(object, reader)
  const joint = jointlyCounted(pieces, object, reader)
  if (joint) return [joint]
  const items: Item[] = []
  let run: Slice[] = []
  const close = pieces.at(-1)
  const cut = close && withoutGeneralTail(close)
  const called =
    close && cut && cut !== close
      ? CALLED.test(close.text.slice(cut.text.length))
        ? 'projects'
        : undefined
      : undefined
  for (const raw of pieces) {
    const piece = raw === close && cut ? cut : raw
    const tail = tailOf(piece, reader, run)
    if (!tail) run.push(piece)
    else {
      const from = groupStart(run, tail, reader)
      items.push(...standing(run.slice(0, from), reader), ...underTail(run.slice(from), tail, reader))
      run = []
    }
  }
  return [...items, ...standing(run, reader)].map((item) => (called ? { ...item, called } : item))
}

import { bareCore, countIn, endsCounted, type Named, nameOf, withoutDuty } from './names.ts'
import { ownHead } from './own-head.ts'
import { closing, programme, single, withHead } from './shared-heads.ts'
import { cutAt, firstOutside, lastOutside, part, type Slice, slice } from './slice.ts'
import { type Head, headOf, type Vocabulary } from './vocabulary.ts'

/** One thing of a list. `over` are the words of the places of a programme; `group` is the counted whole it belongs to. */
export type Item = Named & {
  readonly over: readonly Slice[]
  readonly group?: Named
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
  /** Length of the place name that begins at an offset of the document, 0 when none does. */
  readonly placeLength: (at: number) => number
  /** The canonical name of a piece that is a place. */
  readonly fullName: (piece: Slice) => string
  readonly source: string
}

/** 等 as “and others”, not in 等级, 高等, 初等, 中等. */
const ET_CETERA = /(?<![高初中平同劣优特])等(?![级待于])/g

type Tail = { readonly before: Slice; readonly head: string; readonly count?: string; readonly tail: Slice }

/** “丙山等9座水厂” is 丙山 under the head 水厂; “丁河4座110千伏变电站” likewise, without 等. */
const tailOf = (piece: Slice, reader: ListReader, run: readonly Slice[]): Tail | undefined => {
  const { vocabulary } = reader
  const etc = lastOutside(piece.text, ET_CETERA)
  if (etc && etc.index > 0) {
    const tail = part(piece, etc.index + 1)
    const first = new RegExp(`^${vocabulary.count}`).exec(tail.text)?.[0]
    // “丙园等文旅项目16个”: the count may also close the tail
    const last = first ? undefined : new RegExp(`${vocabulary.count}$`).exec(tail.text)?.[0]
    const count = first ?? last
    const head = tail.text
      .slice(0, tail.text.length - (last?.length ?? 0))

      .slice(first?.length ?? 0)
      .replace(/^(?:一批|多个|多处|若干|重大|重点|一系列|的)/, '')
    return { before: part(piece, 0, etc.index), head, tail, ...(count ? { count } : {}) }
  }
  const found = countIn(piece.text, vocabulary)
  if (!found || run.length === 0 || found.before === '' || headOf(found.after, vocabulary) === undefined)
    return undefined
  const before = part(piece, 0, found.before.length)
  const acts = headOf(found.after, vocabulary)?.kind === 'action'
  const alike =
    run.every(
      (each) => ownHead(each, reader) === undefined || (acts && ownHead(each, reader)?.kind !== 'action'),
    ) ||
    (ownHead(before, reader)?.kind === 'facility' && run.every((each) => ownHead(each, reader)))
  if (!alike || ownHead(before, reader)?.kind === 'action') return undefined
  return { before, head: found.after, count: found.count, tail: part(piece, found.before.length) }
}

const GENERIC_HEAD =
  /^(?:(?:重大|重点|民生|市政|交通|公用|建设|基础设施|公共建设|在建|一批|标志性|支撑性|省级|市级|优质|续建|产业)*(?:工程项目|设施项目|项目|工程|设施|事项|建设|工作|任务|内容|方面)?(?:开发|规划)?(?:建设|实施|推进)?)$/

/** 以及 before the last item of a list only joins: “甲、乙以及丙”. */
const partListed = (pieces: readonly Slice[]): readonly Slice[] =>
  pieces.length < 2 ? pieces : [...pieces.slice(0, -1), ...cutAt(pieces.at(-1) as Slice, /以及/g)]

const isThing = (head: Head | undefined): boolean =>
  head !== undefined &&
  (head.kind === 'facility' || head.kind === 'zone' || head.head === '项目' || head.head === '工程')

/** 及, 以及, 和 and 与 part two things when both could be built alone, or the first stands alone and the next opens with a place. */
const partJoined = (piece: Slice, reader: ListReader): readonly Slice[] => {
  const mark = firstOutside(piece.text, /以及|及|和|与/g)
  if (!mark || mark.index === 0) return [piece]
  const right = part(piece, mark.index + mark[0].length)
  const left = part(piece, 0, mark.index)
  const head = ownHead(left, reader)
  const counted = endsCounted(left, reader.vocabulary)
  if (right.text === '' || (!head && !counted)) return [piece]
  const rest = partJoined(right, reader)
  const alike = isThing(head) && isThing(rest[0] && ownHead(beforeEtc(rest[0]), reader))
  if (!counted && !alike && reader.placeLength(right.start) === 0) return [piece]
  return [left, ...rest]
}

const beforeEtc = (piece: Slice): Slice => {
  const etc = firstOutside(piece.text, ET_CETERA)
  return etc && etc.index > 0 ? part(piece, 0, etc.index) : piece
}

const CALLED = /项目|工程/

/** Whether a tail opens with a kind of thing: 楼宇功能转型, but not 便民服务集成. */
const namesThings = (tail: string, vocabulary: Vocabulary): boolean =>
  [...tail].some((_, index) => index > 0 && headOf(tail.slice(0, index + 1), vocabulary) !== undefined)

/** Items under a tail “等N座HEAD”: each complete item stands alone, each bare one takes the head. */
const underTail = (pieces: readonly Slice[], tail: Tail, reader: ListReader): readonly Item[] => {
  const { vocabulary, source } = reader
  const members = [...pieces, tail.before].filter((piece) => piece.text !== '')
  const first = members[0]
  if (first === undefined) return []
  const whole = slice(source.slice(first.start, tail.tail.end), first.start)
  const able = members.filter((piece) => ownHead(piece, reader) !== undefined)
  const headed = headOf(bareCore(tail.head, vocabulary), vocabulary) !== undefined
  const classNoun = new RegExp(`^(?:${vocabulary.placeClass})(?=.{2})`).exec(tail.head)
  if (classNoun && able.length === 0 && headed) return [programme(members, tail.head, whole, vocabulary)]
  const closes =
    GENERIC_HEAD.test(tail.head) ||
    (tail.count === undefined && /(?:项目|工程|设施)$/.test(tail.head) && able.length * 2 >= members.length)
  const tailHead = headOf(bareCore(tail.head, vocabulary), vocabulary)
  const done = tailHead?.kind === 'action' ? tailHead.head : undefined
  const stands = (piece: Slice): boolean =>
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
  const group = tail.count === undefined ? undefined : { ...nameOf(tail.tail, vocabulary), count: tail.count }
  const items = members.map((piece) => {
    if (stands(piece)) return { ...single(piece, vocabulary), ...(group ? { group } : {}) }
    return withHead(piece, done && ownHead(piece, reader) ? done : tail.head, vocabulary, group)
  })
  return group && members.every(stands) ? [...items, { ...group, over: [], shared: false }] : items
}

/** “甲街二期” is a thing of its own. */
const STAGE = /[一二三四五六]期$/

/** Short pieces without a head wait for the item that closes their run; long ones are names of their own. */
const waits = (piece: Slice, run: readonly Slice[], reader: ListReader): boolean => {
  const head = ownHead(piece, reader)
  if (STAGE.test(piece.text)) return false
  if (!head) return reader.isArea(piece) || bareCore(piece.text, reader.vocabulary).length <= 4
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
    return pieces.map((piece, index) =>
      index === pieces.length - 1 ? single(piece, vocabulary) : withHead(piece, deed, vocabulary),
    )
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

/** “完成甲广场、乙金都、丙周边商圈提档升级”: an action of four characters that only the last item names is done to all. */
const sharedAction = (pieces: readonly Slice[], reader: ListReader): string | undefined => {
  const last = pieces.at(-1)
  const head = last && ownHead(last, reader)
  if (!last || head?.kind !== 'action' || head.head.length < 4 || pieces.length < 2) return undefined
  const others = pieces.slice(0, -1)
  const bare = others.filter((piece) => !ownHead(piece, reader))
  if (bare.length === 0 || bare.every(reader.isArea) || bare.some((piece) => piece.text.length < 3))
    return undefined
  return others.some((piece) => ownHead(piece, reader)?.kind === 'action' || piece.text.length > 8)
    ? undefined
    : head.head
}

/** “甲桥乙隧”“丙园丁馆” side by side are two things. */
const cutQuotes = (piece: Slice): readonly Slice[] => {
  const at = piece.text.indexOf('”“')
  return at < 0 || !/^“.*”$/.test(piece.text)
    ? [piece]
    : [part(piece, 0, at + 1), ...cutQuotes(part(piece, at + 1))]
}

/** “甲镇污水处理厂、乙镇污水处理厂提标改造”: what is done to the last of several like things is done to all. */
const sharedDeed = (pieces: readonly Slice[], reader: ListReader): string | undefined => {
  const last = pieces.at(-1)
  const heads = new Set(pieces.slice(0, -1).map((piece) => ownHead(piece, reader)))
  const [head] = heads
  if (
    !last ||
    heads.size !== 1 ||
    head?.kind === 'action' ||
    !head ||
    head.head.length < 2 ||
    ownHead(last, reader)?.kind !== 'action'
  )
    return undefined
  const at = last.text.indexOf(head.head)
  const deed = last.text.slice(at + head.head.length)
  return at > 0 && deed.length > 1 ? deed : undefined
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

/** “…河道水系综合整治工程等7处水系综合整治等项目”: the last 等项目 closes the list as a whole. */
const withoutGeneralTail = (piece: Slice): Slice => {
  const etc = lastOutside(piece.text, ET_CETERA)
  return etc && etc.index > 0 && GENERIC_HEAD.test(piece.text.slice(etc.index + 1))
    ? part(piece, 0, etc.index)
    : piece
}

/** Where in a run the members of a counted group begin: the pieces of the same kind of head before it. */
const groupStart = (run: readonly Slice[], tail: Tail, reader: ListReader): number => {
  const kind = ownHead(tail.before, reader)?.kind
  if (kind === undefined || tail.count === undefined) return 0
  const at = run.findIndex((piece) => ownHead(piece, reader)?.kind === kind)
  return at < 0 ? run.length : at
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
          piece.text.length > 6,
      )
  )
    return undefined
  return single(withoutDuty(object), vocabulary)
}

/** Reads a governed list into its items, sharing heads as the text does. */
export const itemsOf = (object: Slice, reader: ListReader): readonly Item[] => {
  const pieces = rejoin(partListed(cutAt(withoutDuty(object), /、/g)), reader.source).flatMap((piece) =>
    partJoined(piece, reader),
  )
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
        : 'things'
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

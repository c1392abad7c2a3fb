import type { Slice } from './slice.ts'
import { cutAt, firstOutside, lastOutside, part, slice } from './slice.ts'
import { countIn, nameOf, withoutDuty } from './names.ts'
import type { Named } from './names.ts'
import { type Vocabulary, headOf } from './vocabulary.ts'

/** One thing of a list. `over` are the words of the places of a programme; `group` is the counted whole it belongs to. */
export type Item = Named & {
  readonly over: readonly Slice[]
  readonly group?: Named
  /** The name takes its head from elsewhere in the list. */
  readonly shared: boolean
}

/** Tells whether a piece is, as a whole, the name of a place (甲溪, 甲溪镇, 东部片区). */
export type IsPlace = (piece: Slice) => boolean

const BRACKET_END = /[（(][^（）()]*[）)]$/
const core = (text: string): string => text.replace(BRACKET_END, '')

const complete = (piece: Slice, vocabulary: Vocabulary): boolean => headOf(core(piece.text).replace(/段$/, ''), vocabulary) !== undefined

/** 等 as “and others”, not in 等级, 高等, 初等, 中等. */
const ET_CETERA = /(?<![高初中平同劣优特])等(?![级待于])/g

type Tail = { readonly before: Slice; readonly head: string; readonly count?: string; readonly tail: Slice }

/** “丙山等9座水厂” is 丙山 under the head 水厂; “丁河4座110千伏变电站” likewise, without 等. */
const tailOf = (piece: Slice, vocabulary: Vocabulary, bareBefore: boolean): Tail | undefined => {
  const etc = lastOutside(piece.text, ET_CETERA)
  if (etc && etc.index > 0) {
    const tail = part(piece, etc.index + 1)
    const count = new RegExp(`^${vocabulary.count}`).exec(tail.text)?.[0]
    const head = tail.text.slice(count?.length ?? 0).replace(/^(?:一批|多个|多处|若干|重大|重点|一系列)/, '')
    return { before: part(piece, 0, etc.index), head, tail, ...(count ? { count } : {}) }
  }
  if (!bareBefore) return undefined
  const found = countIn(piece.text, vocabulary)
  if (!found || found.before === '' || headOf(found.after, vocabulary) === undefined || headOf(found.before, vocabulary)?.kind === 'action') return undefined
  return { before: part(piece, 0, found.before.length), head: found.after, count: found.count, tail: part(piece, found.before.length) }
}

const GENERIC_HEAD = /^(?:(?:重大|重点|民生|市政|交通|公用|建设|基础设施|公共建设)*(?:项目|工程|工程项目|设施|设施项目|事项|建设|工作|任务|内容|方面)?)$/

/** 及, 以及 and 和 part two things when what follows opens with a place and both could stand alone. */
const partJoined = (piece: Slice, vocabulary: Vocabulary, opensWithPlace: (at: number) => boolean): readonly Slice[] => {
  const mark = firstOutside(piece.text, /以及|及|和|与/g)
  if (!mark || mark.index === 0) return [piece]
  const right = part(piece, mark.index + mark[0].length)
  const left = part(piece, 0, mark.index)
  if (right.text === '' || !complete(left, vocabulary) || !opensWithPlace(right.start)) return [piece]
  return [left, ...partJoined(right, vocabulary, opensWithPlace)]
}

const single = (piece: Slice, vocabulary: Vocabulary): Item => ({ ...nameOf(piece, vocabulary), over: [], shared: false })

const withHead = (piece: Slice, head: string, vocabulary: Vocabulary, group?: Named): Item => {
  const plain = nameOf(piece, vocabulary)
  const joined = nameOf(slice(plain.name + head, piece.start), vocabulary)
  const bracketless = plain.name.replace(BRACKET_END, '') + head
  const name = bracketless
  return {
    name,
    aliases: [...new Set([joined.name, ...joined.aliases, `${plain.name}${head}`])].filter((alias) => alias !== name),
    words: piece,
    over: [],
    shared: true,
    ...(group ? { group } : {}),
  }
}

/** One programme over several places: “甲溪、乙河等乡镇供水管网改造”. */
const programme = (pieces: readonly Slice[], head: string, whole: Slice, vocabulary: Vocabulary, count?: string): Item => {
  const named = nameOf(slice(head, whole.end - head.length), vocabulary)
  return {
    ...named,
    aliases: [...new Set([...named.aliases, whole.text])].filter((alias) => alias !== named.name),
    ...(count ? { count } : {}),
    words: whole,
    over: pieces,
    shared: true,
  }
}

export type ListReader = {
  readonly vocabulary: Vocabulary
  readonly isPlace: IsPlace
  /** Length of the place name that begins at an offset of the document, 0 when none does. */
  readonly placeLength: (at: number) => number
  /** The canonical name of a piece that is a place. */
  readonly fullName: (piece: Slice) => string
  readonly source: string
}

const span = (pieces: readonly Slice[], source: string): Slice => {
  const start = pieces[0]?.start ?? 0
  const end = pieces.at(-1)?.end ?? start
  return slice(source.slice(start, end), start)
}

/** Items under a tail “等N座HEAD”: each complete item stands alone, each bare one takes the head. */
const underTail = (pieces: readonly Slice[], tail: Tail, reader: ListReader): readonly Item[] => {
  const { vocabulary, source } = reader
  const members = [...pieces, tail.before].filter((piece) => piece.text !== '')
  const generic = GENERIC_HEAD.test(tail.head)
  const whole = slice(source.slice(members[0]?.start ?? tail.tail.start, tail.tail.end), members[0]?.start ?? tail.tail.start)
  const first = members[0]
  if (first === undefined) return []
  const classNoun = new RegExp(`^(?:${vocabulary.placeClass})(?=.{2})`).exec(tail.head)
  if (classNoun && members.every((piece) => !complete(piece, vocabulary) || reader.isPlace(piece)) && headOf(tail.head, vocabulary))
    return [programme(members, tail.head, whole, vocabulary)]
  const allComplete = members.every((piece) => complete(piece, vocabulary))
  if (generic || (allComplete && tail.count === undefined)) return standing(members, reader)
  const group = tail.count === undefined ? undefined : { ...nameOf(tail.tail, vocabulary), count: tail.count }
  const items = members.map((piece) => {
    if (complete(piece, vocabulary) || headOf(tail.head, vocabulary) === undefined) return { ...single(piece, vocabulary), ...(group ? { group } : {}) }
    return withHead(piece, tail.head, vocabulary, group)
  })
  return group && allComplete ? [...items, { ...group, over: [], shared: false }] : items
}

/** The share that bare items take from the item that closes their run: “甲溪、乙河片区垃圾中转站”. */
const closing = (bare: readonly Slice[], last: Slice, reader: ListReader): readonly Item[] => {
  const { vocabulary, source } = reader
  const whole = span([...bare, last], source)
  const length = reader.placeLength(last.start)
  const share = last.text.slice(length)
  const head = headOf(core(share), vocabulary)
  if (length > 0 && share.length > 1 && bare.every(reader.isPlace)) {
    if (head?.kind === 'facility')
      return [...bare.map((piece) => ({ ...withHead(piece, share, vocabulary), name: reader.fullName(piece) + share, aliases: [piece.text + share] })), single(last, vocabulary)]
    return [programme([...bare, part(last, 0, length)], share, whole, vocabulary)]
  }
  const own = headOf(core(last.text), vocabulary)
  if (own?.kind === 'facility' && bare.every(reader.isPlace)) return [...bare.map((piece) => withHead(piece, own.head, vocabulary)), single(last, vocabulary)]
  if (own?.kind === 'action' && bare.every((piece) => piece.text.length > 2)) return [...bare.map((piece) => withHead(piece, own.head, vocabulary)), single(last, vocabulary)]
  return [{ ...nameOf(whole, vocabulary), over: [], shared: false }]
}

/** Items without a common tail: complete ones stand alone, a run of bare ones is closed by the next complete one. */
const standing = (pieces: readonly Slice[], reader: ListReader): readonly Item[] => {
  const { vocabulary } = reader
  const items: Item[] = []
  let bare: Slice[] = []
  for (const piece of pieces) {
    const head = headOf(core(piece.text).replace(/段$/, ''), vocabulary)
    if (!head || (head.kind === 'zone' && bare.length > 0) || reader.isPlace(piece)) bare.push(piece)
    else {
      items.push(...(bare.length > 0 ? closing(bare, piece, reader) : [single(piece, vocabulary)]))
      bare = []
    }
  }
  return [...items, ...bare.map((piece) => single(piece, vocabulary))]
}

/** Reads a governed list into its items, sharing heads as the text does. */
export const itemsOf = (object: Slice, reader: ListReader): readonly Item[] => {
  const { vocabulary } = reader
  const cut = cutAt(withoutDuty(object), /、/g).flatMap((piece) => partJoined(piece, vocabulary, (at) => reader.placeLength(at) > 0))
  const items: Item[] = []
  let pending: Slice[] = []
  const flush = (tail?: Tail) => {
    items.push(...(tail ? underTail(pending, tail, reader) : standing(pending, reader)))
    pending = []
  }
  for (const [index, piece] of cut.entries()) {
    const last = index === cut.length - 1
    const closed = last ? generalTail(piece) : undefined
    const kept = closed ?? piece
    const tail = tailOf(kept, vocabulary, pending.length > 0 && pending.every((each) => !complete(each, vocabulary)))
    if (tail) {
      if (complete(tail.before, vocabulary) && tail.count !== undefined) {
        const alike = pending.findIndex((each) => sameHead(each, tail.before, vocabulary))
        if (alike > 0 || (alike < 0 && pending.length > 0)) {
          const rest = alike < 0 ? [] : pending.slice(alike)
          pending = alike < 0 ? pending : pending.slice(0, alike)
          flush()
          pending = [...rest]
        }
      }
      flush(tail)
    } else pending.push(kept)
  }
  flush()
  return items
}

const sameHead = (one: Slice, other: Slice, vocabulary: Vocabulary): boolean => {
  const left = headOf(core(one.text), vocabulary)
  return left !== undefined && left.kind === headOf(core(other.text), vocabulary)?.kind
}

/** “…河道水系综合整治工程等7处水系综合整治等项目”: the last 等项目 closes the list as a whole. */
const generalTail = (piece: Slice): Slice | undefined => {
  const etc = lastOutside(piece.text, ET_CETERA)
  return etc && etc.index > 0 && GENERIC_HEAD.test(piece.text.slice(etc.index + 1)) ? part(piece, 0, etc.index) : undefined
}

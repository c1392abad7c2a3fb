import type { ListReader } from './items.ts'
import { bareCore, countIn } from './names.ts'
import { ownHead } from './own-head.ts'
import { lastOutside, part, type Slice } from './slice.ts'
import { isToponym, sharedOf } from './toponyms.ts'
import { headOf, type Vocabulary } from './vocabulary.ts'

/** 等 as “and others”, not in 等级, 高等, 初等, 中等. */
export const ET_CETERA = /(?<![高初中平同劣优特])等(?![级待于])/g

export type Tail = {
  readonly before: Slice
  readonly head: string
  readonly count?: string
  readonly tail: Slice
}

/** “丙山等9座水厂” is 丙山 under the head 水厂; “丁河4座110千伏变电站” likewise, without 等. */
export const tailOf = (piece: Slice, reader: ListReader, run: readonly Slice[]): Tail | undefined => {
  const { vocabulary } = reader
  const etc = lastOutside(piece.text, ET_CETERA)
  if (etc && etc.index > 0) {
    // 甲、乙等|地|高校
    const local = /^地(?![铁下方面质热块标区])/.test(piece.text.slice(etc.index + 1)) ? 1 : 0
    const tail = part(piece, etc.index + 1 + local)
    const first = new RegExp(`^${vocabulary.count}`).exec(tail.text)?.[0]
    // “丙园等文旅项目16个”: the count may also close the tail
    const last = first ? undefined : new RegExp(`${vocabulary.count}$`).exec(tail.text)?.[0]
    const count = first ?? last
    const head = tail.text
      .slice(0, tail.text.length - (last?.length ?? 0))

      .slice(first?.length ?? 0)
      .replace(
        /^(?:[两三四五六七八九十]+大|一批|多个|多处|若干|重大|重点(?!区域|地区|片区|河段|领域|流域)|一系列|在建|续建|拟建|新建|新开工|储备|的)+/,
        '',
      )
    return { before: part(piece, 0, etc.index), head, tail, ...(count ? { count } : {}) }
  }
  // “甲、乙两大灌区”
  const few = run.length > 0 ? /^(.{2,8})([两三四五六七八九]大)(.{2,8})$/.exec(piece.text) : undefined
  if (few?.[1] && few[3] && headOf(bareCore(few[3], vocabulary), vocabulary))
    return { before: part(piece, 0, few[1].length), head: few[3], tail: part(piece, few[1].length) }
  const found = countIn(piece.text, vocabulary)
  if (!found || run.length === 0 || found.before === '' || headOf(found.after, vocabulary) === undefined)
    return undefined
  const before = part(piece, 0, found.before.length)
  const acts = headOf(found.after, vocabulary)?.kind === 'action'
  const shared = sharedOf(found.after, vocabulary)
  // “甲路、乙、丙桥3个完整社区”: what is called after a street waits for the head as well
  const open = (each: Slice): boolean =>
    ownHead(each, reader) === undefined || isToponym(each, shared, reader)
  const alike =
    run.every((each) => open(each) || (acts && ownHead(each, reader)?.kind !== 'action')) ||
    (ownHead(before, reader)?.kind === 'facility' && run.every((each) => ownHead(each, reader)))
  if (!alike || ownHead(before, reader)?.kind === 'action') return undefined
  return { before, head: found.after, count: found.count, tail: part(piece, found.before.length) }
}

export const GENERIC_HEAD =
  /^(?:[两三四五六七八九十]+大)?(?:(?:重大|重点|民生|市政|交通|公用|建设|基础设施|公共建设|在建|新建|新开工|拟建|储备|一批|标志性|支撑性|省级|市级|优质|续建|产业)*(?:工程项目|设施项目|项目|工程|设施|事项|建设|工作|任务|内容|方面)?(?:开发|规划)?(?:建设|实施|推进)?)$/

/** What a list closes with where its members are called projects. */
export const CALLED = /项目|工程/

/** Whether a tail opens with a kind of thing: 楼宇功能转型, but not 便民服务集成. */
export const namesThings = (tail: string, vocabulary: Vocabulary): boolean =>
  [...tail].some((_, index) => index > 0 && headOf(tail.slice(0, index + 1), vocabulary) !== undefined)

/** “…河道水系综合整治工程等7处水系综合整治等项目”: the last 等项目 closes the list as a whole. */
export const withoutGeneralTail = (piece: Slice): Slice => {
  const etc = lastOutside(piece.text, ET_CETERA)
  return etc && etc.index > 0 && GENERIC_HEAD.test(piece.text.slice(etc.index + 1))
    ? part(piece, 0, etc.index)
    : piece
}

/** A rating waits for what is rated: 甲东500千伏、乙西500千伏输变电工程. */
export const RATED = /\d(?:千伏|kV|KV|万千瓦|千瓦|兆瓦)$/

/** Where in a run the members of a counted group begin: the pieces of the same kind of head before it. */
export const groupStart = (run: readonly Slice[], tail: Tail, reader: ListReader): number => {
  // “甲谷、乙港等32个项目”: all of them are
  if (GENERIC_HEAD.test(tail.head)) return 0
  const kind = ownHead(tail.before, reader)?.kind
  if (kind === undefined || tail.count === undefined) return 0
  // 甲街道乙社区、丙街道丁社区等12个小区: neighbourhoods, whether the document knows them or not
  if (run.every((piece) => ownHead(piece, reader) === undefined)) return 0
  const at = run.findIndex((piece) => ownHead(piece, reader)?.kind === kind || RATED.test(piece.text))
  return at < 0 ? run.length : at
}

import type { Item, ListReader } from './items.ts'
import { bareCore, type Named, nameOf } from './names.ts'
import { ownHead, uncounted } from './own-head.ts'
import { part, type Slice, slice } from './slice.ts'
import { headOf, type Vocabulary } from './vocabulary.ts'
import { WATER, watersHead } from './waters.ts'

/** A bracket of more than one character explains; one of one character is part of the name: 甲（乙）高速. */
const EXPLAINING = /[（(][^（）()]{2,}[）)]/g

/** An item that stands alone under its own words. */
export const single = (piece: Slice, vocabulary: Vocabulary): Item => ({
  ...nameOf(piece, vocabulary),
  over: [],
  shared: false,
})

/** A bare item under the head that its list shares: 甲溪 and 水厂 give 甲溪水厂. */
export const withHead = (piece: Slice, head: string, vocabulary: Vocabulary, group?: Named): Item => {
  const plain = nameOf(piece, vocabulary)
  const bare = plain.name.replace(EXPLAINING, '')
  const joined = nameOf(slice(bare + head, piece.start), vocabulary)
  const aliases = [...joined.aliases, plain.name + head, ...(bare.length > 3 ? [bare] : [])]
  return {
    name: joined.name,
    aliases: [...new Set(aliases)].filter((alias) => alias !== joined.name),
    words: piece,
    over: [],
    shared: true,
    ...(group ? { group } : {}),
  }
}

/** One programme over several places: “甲溪、乙河等乡镇供水管网改造”. */
export const programme = (
  pieces: readonly Slice[],
  head: string,
  whole: Slice,
  vocabulary: Vocabulary,
): Item => {
  const named = nameOf(slice(head, whole.end - head.length), vocabulary)
  return {
    ...named,
    aliases: [...new Set([...named.aliases, whole.text])].filter((alias) => alias !== named.name),
    words: whole,
    over: pieces,
    shared: true,
  }
}

/** What areas share of the item that closes them: 垃圾中转站 of 乙河片区垃圾中转站, but only 道路 of 乙河工业厂房道路. */
const shareOf = (last: Slice, length: number, vocabulary: Vocabulary): string => {
  const share = bareCore(last.text.slice(length), vocabulary)
  const head = headOf(share, vocabulary)
  if (!head) return share
  return headOf(share.slice(0, share.length - head.head.length), vocabulary) ? head.head : share
}

/** “甲江、乙河沿线设施”: what lies along several waters or lines is one programme. */
const ALONG = /^(?:沿线|沿岸|沿江|沿河|两岸|周边|岸线)/

/** What is laid for an area, be it a park or a town: “甲产业园、乙镇道路”. */
const LAID = new Set(['road', 'water_supply', 'drainage', 'power', 'gas', 'waste'])

/** Two ends of a line, and nothing behind them: “甲镇至乙镇”. */
const LINE = /^[^至—-]{2,10}(?:至|—+|-)[^至—-]{2,10}$/
const LINE_NOUN =
  /^.{2,8}?(?=段|铁路|高铁|城际|高速|公路|国道|省道|道路|大道|航道|河道|江滩|岸线|管线|管道|输水|供水)/

/** What two-ended lines share of the one that closes them: 铁路增建二线 of “丙港至丁港铁路增建二线”. */
const lineShare = (last: Slice, reader: ListReader): string | undefined => {
  const to = /^[^至—-]{2,10}(?:至|—+|-)/.exec(last.text)?.[0].length
  if (!to) return undefined
  const rest = part(last, to)
  const end = reader.placeLength(rest.start) || (LINE_NOUN.exec(rest.text)?.[0].length ?? 0)
  const share = rest.text.slice(end)
  return end > 0 && share !== '' && headOf(bareCore(share, reader.vocabulary), reader.vocabulary)
    ? share
    : undefined
}

/** A run of bare pieces with the item that closes it: “甲溪、乙河片区垃圾中转站”, “甲乙、丙丁高速公路”. */
export const closing = (run: readonly Slice[], final: Slice, reader: ListReader): readonly Item[] => {
  const { vocabulary, source } = reader
  // “甲镇、乙镇污水处理厂2座”: the count is of them all
  const last = uncounted(final, reader)
  const first = run[0] ?? last
  const whole = slice(source.slice(first.start, last.end), first.start)
  const head = ownHead(last, reader)
  // “源头减排、管网排放、超标应急的排水防涝工程体系”: what stands before 的 describes
  const described = last.text.lastIndexOf('的')
  if (described > 0 && described < last.text.length - 3 && !run.some(reader.isArea))
    return [single(part(last, described + 1), vocabulary)]
  const between = run.every((piece) => LINE.test(piece.text)) ? lineShare(last, reader) : undefined
  if (between) return [...run.map((piece) => withHead(piece, between, vocabulary)), single(last, vocabulary)]
  const length = reader.placeLength(last.start)
  // “甲产业园、丁县乙温泉城”: a park is a thing of its own where what closes the list is about a place of another kind
  const kindOf = (text: string): string | undefined => {
    const kind = headOf(bareCore(text, vocabulary), vocabulary)?.head
    return kind && kind.length > 1 ? kind : undefined
  }
  const closes = kindOf(last.text.slice(0, length))
  const own = LAID.has(head?.category ?? '')
    ? []
    : run.filter(
        (piece) => reader.isArea(piece) && kindOf(piece.text) !== undefined && kindOf(piece.text) !== closes,
      )
  if (own.length > 0) {
    const rest = run.filter((piece) => !own.includes(piece))
    const tail = rest.length > 0 ? closing(rest, final, reader) : [single(final, vocabulary)]
    return [...own.map((piece) => single(piece, vocabulary)), ...tail]
  }
  const isPlace = (piece: Slice): boolean => reader.placeLength(piece.start) === piece.text.length
  if (length > 0 && ALONG.test(last.text.slice(length)) && run.every(isPlace))
    return [programme([...run, part(last, 0, length)], last.text.slice(length), whole, vocabulary)]
  // “甲河、乙渠、丙河综合治理”: each water is treated for itself
  const waters = run.every((piece) => !reader.isArea(piece) && (isPlace(piece) || WATER.test(piece.text)))
  const opened = length > 0 ? length : watersHead(last.text)
  if (opened > 0 && opened < last.text.length && head && waters)
    return [
      ...run.map((piece) => withHead(piece, last.text.slice(opened), vocabulary)),
      single(last, vocabulary),
    ]
  if (
    run.every((piece) => reader.isArea(piece) || ownHead(piece, reader)?.kind === 'zone') &&
    length > 0 &&
    length < last.text.length
  ) {
    const share = shareOf(last, length, vocabulary)
    // “甲灌区、乙灌区现代化改造”: what is done to works, and to nothing named besides, is done to each
    const works = [...run, part(last, 0, length)].every(
      (piece) => headOf(piece.text, vocabulary)?.kind === 'facility',
    )
    if (head?.kind === 'action' && works && last.text.slice(length) === head.head)
      return [...run.map((piece) => withHead(piece, head.head, vocabulary)), single(last, vocabulary)]
    if (head?.kind !== 'facility')
      return [programme([...run, part(last, 0, length)], last.text.slice(length), whole, vocabulary)]
    const items = run.map((piece) => {
      const full = reader.fullName(piece) + share
      const item = withHead(piece, share, vocabulary)
      return {
        ...item,
        name: full,
        aliases: [...new Set([...item.aliases, item.name])].filter((alias) => alias !== full),
      }
    })
    return [...items, single(last, vocabulary)]
  }
  // “甲示范区乙片区、丙枢纽港”: a zone is no port for standing before one
  const zones = run.every((piece) => /[区园带圈]$/.test(piece.text) && reader.isArea(piece))
  if (head?.kind === 'facility' && head.head.length === 1 && zones)
    return [...run, last].map((piece) => single(piece, vocabulary))
  if (head?.kind === 'facility' && !run.some(reader.isCommon))
    return [...run.map((piece) => withHead(piece, head.head, vocabulary)), single(last, vocabulary)]
  return [{ ...nameOf(whole, vocabulary), over: [], shared: false }]
}

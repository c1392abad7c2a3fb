/** Which figures of a sentence can be targets, and which words before each of them belong to it. */
import type { Quantity } from '../numbers.ts'
import { endsInHead, stripTrailing } from './names.ts'
import type { Words } from './words.ts'

/** A figure with the words before it that may name its indicator. Offsets are relative to the sentence. */
export type Candidate = {
  readonly quantity: Quantity
  /** Where the words before the figure begin. */
  readonly from: number
  /** The figure before, when nothing but a list mark or nothing at all stands between. */
  readonly joined: boolean
  /** Behind a figure that only says which places are meant: what dates it dates nothing after it. */
  readonly floor: number
  /** The sentence mark before `from`: '' at the sentence's start. */
  readonly mark: string
}

const HARD = /[，。；：！？\n\t,;:|｜]/
const FOLLOWS_NOUN = /^[\u4e00-\u9fffA-Za-z“]/
const NO_NOUN = /^(?:的|和|及|与|以|或|至|到|左右|上下|大关|并|且|目标)/

const quotedShort = (text: string, start: number): boolean => {
  const open = text.lastIndexOf('“', start)
  const close = open < 0 ? -1 : text.indexOf('”', open)
  return open >= 0 && close > start && close - open < 12 && !/[率比]/.test(text.slice(open, start))
}

const inTitle = (text: string, start: number): boolean => {
  const open = text.lastIndexOf('《', start)
  return open >= 0 && text.indexOf('》', open) > start
}

// “110千伏”变电站, “24小时”热线, “5A级”景区, “60岁”以上老人: a figure that describes a thing.
const describes = (text: string, quantity: Quantity, left: string, words: Words): boolean => {
  const after = text.slice(quantity.whole.end)
  if (/^[级类型号线楼层届届次版]/.test(text.slice(quantity.span.end))) return true
  if (/岁/.test(quantity.unit)) return true
  // “取得近5年来最好成绩”
  if (quantity.kind === 'time' && /^(?:来|以来|间|最|新高|新低|同期)/.test(text.slice(quantity.whole.end)))
    return true
  // “西安西750千伏和西安东330千伏变电站”
  if (/千伏|kV/.test(quantity.unit) && !endsInHead(left, words)) return true
  // “800米内”换乘, “30米宽”道路
  if (
    /^(?:length|time)$/.test(quantity.kind) &&
    /^(?:内|外|以内|范围|半径|高|长|宽|深|厚)[\u4e00-\u9fff]/.test(text.slice(quantity.span.end))
  )
    return true
  // “投资500万元以上项目”
  if (
    quantity.kind === 'money' &&
    /^[\u4e00-\u9fff]{0,6}(?:项目|企业)/.test(text.slice(quantity.whole.end)) &&
    quantity.whole.end > quantity.span.end
  )
    return true
  const { text: name, sense } = stripTrailing(left, words, quantity.kind)
  // “超5亿元项目”: the size of the thing named after it
  const noun = FOLLOWS_NOUN.test(after) && !NO_NOUN.test(after)
  if (quantity.kind === 'money' && noun && sense === undefined && !endsInHead(name, words))
    return /^[^，。；]{0,8}(?:企业|项目|产业|集群|镇|村|县|园区)/.test(after)
  if (sense || quantity.word !== undefined || endsInHead(name, words)) return false
  if (quantity.kind === 'time') return true
  if (!noun) return false
  return quantity.kind === 'measure' || quantity.kind === 'volume'
}

/** “分别不高于53和32微克/立方米”: the unit behind the last figure is that of those before it. */
const withSharedUnits = (text: string, quantities: readonly Quantity[]): readonly Quantity[] => {
  const shared = [...quantities]
  for (let i = shared.length - 2; i >= 0; i--) {
    const [own, next] = [shared[i] as Quantity, shared[i + 1] as Quantity]
    const between = text.slice(own.span.end, next.span.start)
    const listed = own.kind === 'bare' && next.kind !== 'bare' && /^(?:[、，]|和|及|与)$/.test(between)
    const together = /分别[^。；]{0,40}$/.test(text.slice(0, own.span.start))
    if (listed && together) shared[i] = { ...own, unit: next.unit, kind: next.kind }
  }
  return shared
}

// “浓度超过70微克/立方米的甲溪镇”, “在60至70之间的乡镇”: the figure says which places are meant.
const ATTRIBUTE =
  /^(?:之间的|(?:及|或)?(?:以上|以下)?的(?=[\u4e00-\u9fff]{1,4}(?:镇|乡|街道|县|区|市)[、的]))/

/** “集体收入5万元以上的村”, “厚度低于0.01毫米的地膜”: a bound with 的 says which things are meant. */
const BOUNDED = /^[<>]=?$/
const OF_THINGS = /^的(?!目标|水平|要求|速度|标准|任务|增长|增速|比例|规模|面积)[\u4e00-\u9fff]/

/** “产量分别为：18万吨、…”: the colon leads on from the names to their figures. */
const opensList = (text: string, at: number): boolean =>
  /分别(?:为|是|达到?|控制在|提高到)?[：:]$/.test(text.slice(0, at))

/** The figures of `text` that may be targets, in order. */
export const candidates = (
  text: string,
  quantities: readonly Quantity[],
  words: Words,
): readonly Candidate[] => {
  const found: Candidate[] = []
  let floor = 0
  for (const quantity of withSharedUnits(text, quantities)) {
    const { start } = quantity.span
    const attribute = ATTRIBUTE.exec(text.slice(quantity.span.end))?.[0]
    if (attribute !== undefined) {
      floor = quantity.span.end + attribute.length
      continue
    }
    if (
      (BOUNDED.test(quantity.comparator) || /[过满]$/.test(text.slice(0, start))) &&
      (/^(?:money|measure|length|area|volume)$/.test(quantity.kind) || /^万?亿$/.test(quantity.unit)) &&
      OF_THINGS.test(text.slice(quantity.whole.end))
    )
      continue
    // “占比超过10%的有44种”: the figure says which things are counted
    if (/^的(?:共?有|达)?[0-9]/.test(text.slice(quantity.whole.end))) continue
    if (inTitle(text, start) || quotedShort(text, start)) continue
    if (quantity.han && quantity.kind !== 'rate') continue
    // “12.治理…”, “7镇”, “8号线”: a number without a unit that is no figure
    if (
      quantity.kind === 'bare' &&
      !/^(?:[，。；、）)\s]|以[上下内]|之内|左右|上下|$)/.test(text.slice(quantity.span.end))
    )
      continue
    // “入选全国千强镇前300名”: a rank
    if (/前$/.test(text.slice(0, start)) && /^[名位强]/.test(quantity.unit)) continue
    // “做好现有12条热线服务”: what there is already
    if (/(?:现有|原有|现存|既有|已有)$/.test(text.slice(0, quantity.whole.start))) continue
    const previous = Math.max(found.at(-1)?.quantity.whole.end ?? 0, floor)
    let from = quantity.whole.start
    while (from > previous && (!HARD.test(text[from - 1] ?? '') || opensList(text, from))) from -= 1
    // “（甲局牵头）清理4处”: nothing before a bracket that closes here names the figure
    const closed = /^[^（(]*[）)]/.exec(text.slice(from, quantity.whole.start))?.[0].length ?? 0
    from += closed
    const left = text.slice(from, quantity.whole.start)
    // “高于全国平均水平1.5个百分点”: a distance from another figure, not the figure itself
    if (/百分点$/.test(quantity.unit) && /(?:快|高|低|优|好|多|少)于/.test(left)) continue
    if (describes(text, quantity, left, words)) continue
    const joined = found.length > 0 && from === previous && /^[、和及与]?\s*$/.test(left)
    found.push({ quantity, from, joined, floor, mark: from > previous ? (text[from - 1] ?? '') : '' })
  }
  return found
}

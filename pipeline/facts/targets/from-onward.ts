/** Figures that go on about the indicator before: for another place, for what stands beside its first word, or for it again. */
import type { Candidate } from './clauses.ts'
import type { Left, State } from './left.ts'
import { endsInHead } from './names.ts'
import { figure, goingOn, type Proposal } from './proposal.ts'
import type { Words } from './words.ts'

/** “甲县总产值突破200亿元、乙县力争达到100亿元”: the indicator before, for another place. */
export const fromPlace = (candidate: Candidate, left: Left, state: State): Proposal | undefined => {
  const before = state.last
  if (!before || before.places.length === 0 || !left.place || !left.sense) return undefined
  if (candidate.quantity.unit !== before.unit) return undefined
  return {
    ...goingOn(before, candidate.quantity, candidate.from),
    places: [left.place],
    rule: 'target-next-place',
  }
}

/** “重点城市达到50年一遇防洪标准”: what is reached is a standard, its name stands behind the figure or is not said. */
export const fromStandard = (text: string, candidate: Candidate, left: Left): Proposal | undefined => {
  const { quantity } = candidate
  if (quantity.unit !== '年一遇' || left.name.length < 2 || /标准|能力|重现期|等级$/.test(left.name))
    return undefined
  const standard = /^(?:及?以上)?的?([\u4e00-\u9fff]{2,6}标准)/.exec(text.slice(quantity.whole.end))?.[1]
  if (!standard) return undefined
  return {
    ...figure(quantity),
    name: `${left.name}${standard}`,
    aliases: [standard],
    nameSpan: { start: left.start, end: left.start + left.name.length },
    span: { start: candidate.from, end: text.indexOf(standard, quantity.whole.end) + standard.length },
    places: left.places,
    rule: 'target-standard',
  }
}

/** “供水工程投资15.2亿元、防洪工程12.3亿元”: the second with the head of the first. */
const sharedHead = (before: string, left: Left, words: Words): string | undefined => {
  const head = words.heads.find((word) => word.length > 1 && before.endsWith(word))
  const stem = before.slice(0, before.length - (head?.length ?? 0))
  const alike =
    left.name.length > 2 && stem.slice(-2) === left.name.slice(-2) && !endsInHead(left.name, words)
  return head && alike && /^[、和及与]/.test(left.raw) ? left.name + head : undefined
}

/** “县城防洪标准达到20年一遇，乡镇场镇达到10年一遇”: the same standard, of what is named next. */
const standardOf = (before: Proposal, candidate: Candidate, left: Left): Proposal | undefined => {
  const tail = /[\u4e00-\u9fff]{2}标准$/.exec(before.name)?.[0]
  if (!tail || candidate.quantity.unit !== '年一遇' || !left.sense || left.placed.length < 2) return undefined
  if (/标准$/.test(left.placed)) return undefined
  const name = left.placed + tail
  return {
    ...goingOn(before, candidate.quantity, candidate.from),
    name,
    aliases: [left.name + tail].filter((other) => other !== name),
    nameSpan: { start: left.start, end: left.start + left.name.length },
    rule: 'target-parallel',
  }
}

/** “总投资96亿元，其中干线公路52亿元、水运12亿元”: the parts of the whole measured just before. */
export const fromWhole = (
  text: string,
  candidate: Candidate,
  left: Left,
  state: State,
  words: Words,
): Proposal | undefined => {
  const before = state.last
  const { quantity } = candidate
  if (!before || quantity.kind !== 'money' || left.sense || endsInHead(left.name, words)) return undefined
  const opened = /^[，（(]其中/.test(text.slice(state.lastEnd, quantity.whole.start))
  const listed = before.rule === 'target-part' && /^[、，]/.test(candidate.mark + left.raw)
  const head = words.heads.find((word) => word.length > 1 && before.name.endsWith(word))
  if (
    !head ||
    !(opened || listed) ||
    left.name.length < 2 ||
    /^用于/.test(left.name) ||
    quantity.unit !== before.unit
  )
    return undefined
  return {
    ...goingOn(before, quantity, candidate.from),
    name: left.name + head,
    aliases: [left.name],
    nameSpan: { start: left.start, end: left.start + left.name.length },
    places: left.places,
    rule: 'target-part',
  }
}

/** “城市防洪标准达到50年一遇，乡镇达到20年一遇”: the indicator before, for what stands beside its first word. */
export const fromParallel = (
  candidate: Candidate,
  left: Left,
  state: State,
  words: Words,
): Proposal | undefined => {
  const before = state.last
  if (!before || candidate.quantity.unit !== before.unit) return undefined
  const shared = before.rule === 'target-part' ? undefined : sharedHead(before.name, left, words)
  const group = words.parallel.get(left.name)
  const standard = standardOf(before, candidate, left)
  if (standard) return standard
  if (!shared && (group === undefined || !left.sense)) return undefined
  const first = [...words.parallel].find(([word, own]) => own === group && before.name.startsWith(word))?.[0]
  if (!shared && !first) return undefined
  const name = shared ?? left.name + before.name.slice(first?.length)
  return {
    ...goingOn(before, candidate.quantity, candidate.from),
    name,
    aliases: [],
    nameSpan: { start: left.start, end: left.start + left.name.length },
    rule: 'target-parallel',
  }
}

const GROWN = /(?:年均|累计|同比)?(?:增长|提高|下降|降低|递增)$/

/** A figure that goes on about the indicator before it: “增长5%，达到500亿元”, “60平方公里60万人”, “从1200元降低到880元”. */
export const fromBefore = (
  text: string,
  candidate: Candidate,
  left: Left,
  state: State,
): Proposal | undefined => {
  const before = state.last
  // “由51家整合为33家”: the verb that turns the one figure into the other names nothing
  const turned = before?.left === true && /^[\u4e00-\u9fff]{2,4}?[为至到成]$/.test(left.raw)
  if (!before || (left.full !== '' && !turned)) return undefined
  // “改造小区23个，近3000户居民从中受益”: the figure counts others
  if (/^[^，。；、]{1,8}(?:受益|获益|得到实惠)/.test(text.slice(candidate.quantity.whole.end)))
    return undefined
  // “为200万中小学生开展测评”: those for whom something else is done
  if (
    /[为向对给]约?$/.test(left.raw) &&
    /^(?!左右|以[上下内])[\u4e00-\u9fff]{2}/.test(text.slice(candidate.quantity.whole.end))
  )
    return undefined
  // “确保8个断面水质达标”: the figure counts what stands behind it
  const behind = /^(?!左右|上下|以[上内下]|[和及与并且])[\u4e00-\u9fff]{2}/.test(
    text.slice(candidate.quantity.whole.end),
  )
  if (candidate.quantity.kind === 'count' && !candidate.joined && behind) return undefined
  // “雨水花园8处 1200”: a bare number says nothing of what stands before it
  if (candidate.quantity.unit === '' && !left.sense) return undefined
  const goesOn = candidate.joined || left.sense !== undefined || turned
  if (!goesOn || (candidate.joined && candidate.quantity.unit === before.unit && !left.sense))
    return undefined
  const { left: _, max: __, ...rest } = before
  // “增长6%、力争8%”: growth again
  const aimed = before.comparator === 'change' && /(?:力争|争取|确保|冲刺)$/.test(left.raw.trimEnd())
  const comparator =
    (candidate.joined || (aimed && candidate.quantity.unit === before.unit)) &&
    candidate.quantity.comparator === '='
      ? before.comparator
      : candidate.quantity.comparator
  // “达到260亿元以上，年均增长8%以上”: the growth has a name of its own
  const growth = /(?:年均|累计)?(?:增长|提高|下降|降低|减少)$/.exec(
    left.raw + (candidate.quantity.word ?? ''),
  )?.[0]
  const own = growth && candidate.quantity.unit === '%' && before.unit !== '%' ? growth : undefined
  const yearly = own !== undefined && (/^年均|^累计/.test(own) || comparator !== 'change')
  // “地区生产总值年均增长7%，达到265亿元”: what reaches 265 is no growth
  const plain =
    before.unit === '%' && candidate.quantity.unit !== '%' ? before.name.replace(GROWN, '') : before.name
  const reached = plain !== before.name && plain.length > 1
  return {
    ...rest,
    ...(reached ? { name: plain, aliases: [] } : {}),
    ...figure(candidate.quantity),
    comparator: yearly && comparator === 'change' ? '=' : comparator,
    ...(yearly ? { name: before.name + own, aliases: [before.name, `${before.name}增速`] } : {}),
    // The name may stand in the sentence before, where a “；” parts the two.
    span: {
      start: before.nameSpan.start < 0 ? candidate.from : Math.min(before.nameSpan.start, candidate.from),
      end: candidate.quantity.whole.end,
    },
    nameSpan: before.nameSpan,
  }
}

const TITLE =
  /^[\s　]*(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）).．、]\s*|[①-⑳·—-]+\s*)?([^，。；：:0-9（）()]{3,24})[：:]/

/** “年径流总量控制率：新建区不低于75%，改造区不低于65%”: the indicator opens the sentence, and each figure says what it is of. */
export const fromTitle = (
  text: string,
  candidate: Candidate,
  left: Left,
  words: Words,
): Proposal | undefined => {
  const found = TITLE.exec(text)
  const title = found?.[1] ?? ''
  const apt = /^(?:%|‰|:1|年一遇|.*[/／].*)$/.test(candidate.quantity.unit)
  if (!found || !apt || candidate.from < found[0].length || !endsInHead(title, words)) return undefined
  // 新建区 is what is named, not 区 that is newly built
  const own = left.full
  if (left.sense !== 'reach' || own.length < 2 || own.length > 10 || endsInHead(own, words)) return undefined
  const start = found[0].indexOf(title)
  return {
    ...figure(candidate.quantity),
    name: `${own}${title}`,
    aliases: [title],
    nameSpan: { start, end: start + title.length },
    span: { start: candidate.from, end: candidate.quantity.whole.end },
    places: left.places,
    rule: 'target-under-title',
  }
}

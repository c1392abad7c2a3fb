/** Figures in sentence shapes of their own: shares, sizes, brackets, takers-part, and figures that go on about the one before. */
import type { Candidate } from './clauses.ts'
import type { Left, State } from './left.ts'
import { endsInHead, isName, stripLeading } from './names.ts'
import { distinct, figure, goingOn, type Proposal } from './proposal.ts'
import { splitVerb } from './verbs.ts'
import type { Words } from './words.ts'

/** “20%以上的城市建成区面积达到海绵城市要求”: the share stands before the whole that it is a share of. */
const ofArea = ({ quantity, from }: Candidate, after: string): Proposal | undefined => {
  const found = /^的?([\u4e00-\u9fff]{2,10}?)(面积|区域)((?:达到|实现|完成|纳入)[^，。；]{2,20})/.exec(after)
  if (!found) return undefined
  const [all, whole = '', what = '', done = ''] = found
  const start = quantity.whole.end + all.indexOf(whole)
  const name = `${whole}${done}的${what}占比`
  return {
    ...figure(quantity),
    name,
    aliases: [`${done}的${what}`, `${done}的${what}占比`],
    nameSpan: { start, end: start + whole.length },
    span: { start: from, end: quantity.whole.end + all.length },
    places: [],
    rule: 'target-share',
  }
}

/** “儿童100%纳入基本生活保障范围”, “建成区50%以上的面积达到海绵城市目标要求”. */
export const fromShare = (
  text: string,
  candidate: Candidate,
  left: Left,
  words: Words,
): Proposal | undefined => {
  const { quantity } = candidate
  if (quantity.unit !== '%' || left.sense) return undefined
  const after = text.slice(quantity.whole.end)
  if (left.full === '') return ofArea(candidate, after)
  const area =
    /^的?([\u4e00-\u9fff]{0,4}?(?:面积|区域|部分)|(?<=的)[\u4e00-\u9fff]{2,6}?)((?:达到|实现|完成|纳入|得到|采用)[^，。；]{2,20})/.exec(
      after,
    )
  const verb = area
    ? undefined
    : /^(?:纳入|实现|完成|达到|覆盖|接入|配备|落实|建立|通)[^，。；、]{1,20}/.exec(after)?.[0]
  if (!area && !verb) return undefined
  const done = area ? area[2] : verb
  const name = area ? `${left.full}${area[2]}的${area[1]}占比` : `${left.full}${verb}`
  if (!isName(name, words) && !isName(done ?? '', words)) return undefined
  return {
    ...figure(quantity),
    name: isName(name, words) ? name : (done ?? ''),
    aliases: distinct([`${done}${area ? `的${area[1]}` : ''}`, `${done}比例`], name),
    nameSpan: { start: left.start, end: left.start + left.name.length },
    span: { start: candidate.from, end: quantity.whole.end + (area?.[0].length ?? verb?.length ?? 0) },
    places: left.places,
    rule: 'target-share',
  }
}

const SIZES: readonly (readonly [RegExp, string])[] = [
  [/人$/, '人口'],
  [/平方公里$/, '面积'],
]

/** The other size of what the size before is of: 城区面积 → 城区人口. */
const resized = (before: Proposal, size: string, { quantity }: Candidate): Proposal => {
  const other = (name: string): string => name.replace(/(?:面积|人口)(规模)?$/, size)
  const name = other(before.name)
  return {
    ...before,
    ...figure(quantity),
    name,
    aliases: distinct([...before.aliases.map(other), `${size}规模`], name),
    nameSpan: quantity.span,
  }
}

/** “100万人口、100平方公里的山水公园城市”: the size of what follows, or of the area named before. */
export const fromSize = (
  text: string,
  candidate: Candidate,
  next: Candidate | undefined,
  left: Left,
  state: State,
  words: Words,
): Proposal | undefined => {
  const { quantity } = candidate
  const size = SIZES.find(([unit]) => unit.test(quantity.unit))?.[1]
  const people = /人口$/.test(text.slice(quantity.span.start, quantity.span.end))
  if (left.sense || endsInHead(left.name, words)) return undefined
  const withNext = next?.joined && /平方公里/.test(`${quantity.unit}${next.quantity.unit}`)
  if (!size || !(people || withNext || (candidate.joined && /平方公里/.test(quantity.unit)))) return undefined
  const far = withNext ? next.quantity.whole.end : quantity.whole.end
  const thing =
    /^的([\u4e00-\u9fff“”]{0,16}?(?:城镇组群|城市|城镇|城区|规模|新城|新区|片区|县城|小镇|社区|集镇))/.exec(
      text.slice(far),
    )?.[1]
  const subject = isName(left.name, words) && /(?:区|城|镇|县|市|村)$/.test(left.name) ? left.name : thing
  const before = candidate.joined && state.last?.rule === 'target-size' ? state.last : undefined
  if (before && size) return resized(before, size, candidate)
  if (!subject) return undefined
  const head = /(?:城市|城镇组群|城镇|城区|新城|县城|集镇)/.exec(subject)?.[0] ?? subject
  const name = /人口$|面积$/.test(subject) ? subject : `${head}${size}`
  return {
    ...figure(quantity),
    name,
    aliases: distinct(
      [`${subject}${size}`, `${size}规模`, ...(size === '人口' ? [`${name}规模`] : [])],
      name,
    ),
    nameSpan: quantity.span,
    span: { start: candidate.from, end: far },
    places: left.places,
    rule: 'target-size',
  }
}

/** “启动垃圾焚烧发电厂扩能前期工作（新增600吨/日）”: a bracket that says how much the thing before it gains. */
export const fromBracket = (text: string, candidate: Candidate, words: Words): Proposal | undefined => {
  const head = /^(.*?)[（(](新增|增加|扩大)$/.exec(text.slice(candidate.from, candidate.quantity.whole.start))
  if (!head || !/[/／]|吨$|千瓦$|立方米$/.test(candidate.quantity.unit)) return undefined
  const leading = stripLeading(head[1] ?? '', words, () => 0)
  const split = splitVerb(leading.text, words)
  const thing = (split?.object ?? leading.text).replace(/(?:前期工作|工程|项目)$/, '')
  if (!isName(thing, words)) return undefined
  const name = `${thing}新增处理能力`.replace(
    /处理能力$/,
    /[/／]/.test(candidate.quantity.unit) ? '处理能力' : '能力',
  )
  const start = candidate.from + leading.start + (split?.start ?? 0)
  return {
    ...figure(candidate.quantity),
    name,
    aliases: distinct([thing, '新增处理能力'], name),
    nameSpan: { start, end: start + thing.length },
    span: { start, end: candidate.quantity.whole.end },
    places: [],
    rule: 'target-bracket',
  }
}

/** “实施技改项目300个、投产100个”, “制定规章2件、废止5件”: another deed done to what was counted just before. */
export const fromDeed = (
  text: string,
  candidate: Candidate,
  left: Left,
  state: State,
): Proposal | undefined => {
  const { quantity } = candidate
  const before = state.last
  const verb = left.object === '' ? left.verb : left.full
  if (!before || !verb || verb.length !== 2 || quantity.unit !== before.unit) return undefined
  if (
    !/[、，]/.test(text[state.lastEnd] ?? '') ||
    !/^(?:[，。；、）\s]|$)/.test(text.slice(quantity.whole.end))
  )
    return undefined
  if (left.object !== '' && !left.governed) return undefined
  const thing = before.name.replace(/^新增/, '')
  const start = left.object === '' ? left.start - verb.length : left.start
  // “改造提升43万亩”: the deed goes on, nothing is raised by 43
  const deed = verb + (quantity.comparator === 'change' ? (quantity.word ?? '') : '')
  return {
    ...goingOn(before, quantity, candidate.from),
    ...(deed === verb ? {} : { comparator: '=' as const }),
    name: deed + thing,
    aliases: [thing, `${thing}${deed}`],
    nameSpan: { start, end: start + verb.length },
    rule: 'target-next-deed',
  }
}

/** “组织大学生开展社会实践活动，参与不少于10万人次”: how many take part in what was said before. */
export const fromVerb = (candidate: Candidate, left: Left): Proposal | undefined => {
  const { quantity } = candidate
  if (!left.verb || left.object !== '' || quantity.kind !== 'people' || left.build) return undefined
  const name = `${left.verb}${/人次$/.test(quantity.unit) ? '人次' : '人数'}`
  const start = left.start - left.verb.length
  return {
    ...figure(quantity),
    name,
    aliases: [left.verb],
    nameSpan: { start, end: start + left.verb.length },
    span: { start: candidate.from, end: quantity.whole.end },
    places: [],
    rule: 'target-taking-part',
  }
}

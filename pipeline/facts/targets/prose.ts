/** Reads the figures of one sentence as targets: “indicator reaches figure”, “task verb object figure”, “task verb figure object”. */
import type { Knowledge } from '../../knowledge.ts'
import type { Span } from '../../records.ts'
import { findQuantities, type Quantity } from '../numbers.ts'
import { type Candidate, candidates } from './clauses.ts'
import { endsInHead, isName, splitVerb, stripLeading, stripTrailing } from './names.ts'
import { distinct, namesFor, type Proposal } from './proposal.ts'
import { respectively } from './respectively.ts'
import { nounOf, rightPhrase } from './right.ts'
import type { Sense, Words } from './words.ts'

/** What the sentence has said before the figure at hand. */
type State = {
  readonly last?: Proposal
  readonly from?: Proposal
  readonly verb?: string
  readonly lastEnd: number
}

export type PlaceAt = (start: number) => number

type Left = {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly full: string
  readonly places: readonly Span[]
  readonly sense?: Sense
  readonly verb?: string
  readonly kept: string
  readonly build: boolean
  readonly object: string
  readonly raw: string
  /** Nothing but a comparator (不少于) stands between the words and the figure. */
  readonly bare: boolean
  /** The name with the places that stand before it. */
  readonly placed: string
}

const readLeft = (text: string, candidate: Candidate, words: Words, placeAt: PlaceAt): Left => {
  const end = candidate.quantity.whole.start
  const raw = text.slice(candidate.from, end)
  const open = raw.lastIndexOf('（') > raw.lastIndexOf('）') ? raw.lastIndexOf('（') + 1 : 0
  const from = candidate.from + open
  const trailing = stripTrailing(text.slice(from, end), words, candidate.quantity.kind)
  const changed =
    candidate.quantity.comparator === 'change' ||
    words.reach.some((r) => r.word === candidate.quantity.word && r.sense === 'change')
  const sense = changed ? 'change' : (trailing.sense ?? (candidate.quantity.word ? 'reach' : undefined))
  const leading = stripLeading(trailing.text, words, (at) => placeAt(from + at))
  const named = sense !== undefined || endsInHead(leading.text, words)
  const found = splitVerb(leading.text, words, !named || leading.text.length > 30)
  // “规划人口”, “覆盖面积”: with the verb taken off nothing would be left but the measure
  const split = found && words.heads.includes(found.object) ? undefined : found
  const object = split ? split.object : leading.text
  const again = split
    ? stripLeading(object, words, (at) => placeAt(from + leading.start + split.start + at))
    : undefined
  const name = again ? again.text : leading.text
  const start = from + leading.start + (split && again ? split.start + again.start : 0)
  return {
    name: name.trim(),
    start,
    end: from + trailing.text.length,
    full: leading.text,
    places: [...leading.places, ...(again?.places ?? [])].map((p) => ({
      start: p.start + from,
      end: p.end + from,
    })),
    ...(sense ? { sense } : {}),
    ...(split ? { verb: split.verb } : {}),
    kept: split?.kept ?? '',
    build: split?.build ?? false,
    object: name.trim(),
    raw,
    bare: trailing.sense === undefined,
    placed: trailing.text.slice(leading.places[0]?.start ?? leading.start),
  }
}

const figure = (quantity: Quantity) => ({
  value: quantity.value,
  ...(quantity.max === undefined ? {} : { max: quantity.max }),
  comparator: quantity.comparator,
  unit: quantity.unit,
  at: quantity.span.start,
})

const GROWTH =
  /(?:年均|累计)?(?:增长|增加|提高|提升|上升|下降|降低|递增|减少|压减|缩减|削减|压缩|缩短|缩小|扩大)$/

/** “城乡居民人均可支配收入年均增长”8%以上 is the growth's own indicator; a bare “增长30%” is a change of the plain one. */
const grown = (text: string, left: Left, quantity: Quantity): string | undefined => {
  if (left.sense !== 'change' || quantity.unit !== '%') return undefined
  const between = text
    .slice(left.end, quantity.span.start)
    .replace(/(?:同比|力争|预计|约|达到|达|在|超过|超|近|接近|不低于|不少于)/g, '')
  const word =
    GROWTH.exec(between)?.[0] ??
    GROWTH.exec(text.slice(left.end, quantity.whole.start) + (quantity.word ?? ''))?.[0]
  if (!word) return undefined
  return /^年均|^累计/.test(word) || quantity.comparator !== 'change' ? word : undefined
}

// “甲溪、乙河4座110千伏变电站”, “高铁新城等3个片区”: the figure counts what follows, the words before are its members.
const countsNext = (
  text: string,
  candidate: Candidate,
  left: Omit<Left, 'verb'> & { verb?: string | undefined },
): boolean => {
  const follows =
    /^[\u4e00-\u9fffA-Za-z0-9“]/.test(text.slice(candidate.quantity.whole.end)) &&
    !/^(?:和|及|与|以|并|且)/.test(text.slice(candidate.quantity.whole.end))
  return (
    (follows && (/、/.test(left.full) || left.verb === undefined)) ||
    (candidate.quantity.value === 1 && !/[万亿]/.test(candidate.quantity.unit))
  )
}

const fromLeft = (
  text: string,
  candidate: Candidate,
  left: Left,
  state: State,
  words: Words,
): Proposal | undefined => {
  const { quantity } = candidate
  const counted =
    left.verb !== undefined ||
    (state.verb !== undefined && /[、和及与]/.test(text.slice(state.lastEnd, state.lastEnd + 1)))
  const headed = endsInHead(left.name, words)
  if (quantity.unit === '' && !(left.sense && /(?:率|比重|占比|指数|系数|比)$/.test(left.name)))
    return undefined
  if (!(left.sense || headed || (counted && quantity.kind !== 'bare'))) return undefined
  // “在金融服务等领域发布不少于10个应用场景”: what is counted stands after the figure
  const only = left.sense === 'reach' && left.bare && quantity.kind === 'count' && !headed
  if (only && countsNext(text, candidate, { ...left, verb: undefined })) return undefined
  if (!isName(left.name, words) || (!left.sense && !headed && countsNext(text, candidate, left)))
    return undefined
  const growth = grown(text, left, quantity)
  const own = left.kept + left.name
  const after = /^的([\u4e00-\u9fff“”]{2,14}?)(?=[，。；、）]|$)/.exec(text.slice(quantity.whole.end))?.[1]
  const name = growth ? own + growth : after && headed ? after + own : own
  const aliases = [
    left.full,
    left.placed,
    left.name,
    ...(growth ? [own, `${own}增速`, `${own}${growth}率`] : []),
    ...(left.verb ? [left.verb + left.name] : []),
    ...namesFor(own, quantity.unit),
  ]
  const start = left.start - left.kept.length
  const nameSpan = text.startsWith(own, start)
    ? { start, end: start + own.length }
    : { start: left.start, end: left.start + left.name.length }
  return {
    ...figure(quantity),
    // the name says that it is a growth, the figure is its value
    ...(growth && quantity.comparator === 'change' ? { comparator: '=' as const } : {}),
    name,
    aliases: distinct(
      aliases.filter((a) => a.length <= 60),
      name,
    ),
    nameSpan,
    span: { start: Math.min(nameSpan.start, candidate.from), end: quantity.whole.end },
    // “在甲溪镇、乙河镇等布局…”: one figure for all of them together
    places: left.places.length > 1 && /^在|等/.test(left.raw) ? [] : left.places,
    ...(left.sense === 'from' ? { left: true } : {}),
    rule: left.sense ? 'target-reach' : headed ? 'target-head' : 'target-count',
  }
}

const COUNTABLE = new Set(['count', 'people', 'length', 'area', 'money'])

const fromRight = (
  text: string,
  candidate: Candidate,
  next: number,
  left: Left,
  state: State,
  words: Words,
): Proposal | undefined => {
  const { quantity } = candidate
  const verb =
    left.verb && left.object === ''
      ? left.verb
      : left.full === '' && candidate.joined
        ? state.verb
        : undefined
  const listed =
    /、/.test(left.full) && /(?:共计|合计|总计|共)约?$/.test(text.slice(candidate.from, quantity.whole.start))
  const stated =
    listed ||
    /(?:对|围绕|确保|为|让|帮助|向)(?:全[市区县省]|我[市区县省])?$/.test(
      text.slice(candidate.from, quantity.whole.start).replace(quantity.word ?? '', ''),
    )
  if (!verb && !stated) return undefined
  if (!COUNTABLE.has(quantity.kind) && !(verb && /新增/.test(verb))) return undefined
  if (left.build && quantity.kind === 'count' && left.object === '') return undefined
  const phrase = rightPhrase(text, quantity.whole.end, next)
  const noun = nounOf(phrase.text)
  if (!isName(noun, words)) return undefined
  if (quantity.kind === 'money' && !endsInHead(phrase.text, words)) return undefined
  const name = /^新增/.test(verb ?? '') ? `新增${noun}` : noun
  return {
    ...figure(quantity),
    name,
    aliases: distinct(
      [
        noun,
        phrase.text,
        phrase.text.replace(/进行/, ''),
        `${verb ?? ''}${phrase.text}`,
        `${verb ?? ''}${noun}`,
        ...namesFor(noun, quantity.unit),
      ],
      name,
    ),
    nameSpan: { start: phrase.start, end: phrase.start + noun.length },
    span: { start: candidate.from, end: phrase.start + noun.length },
    places: left.places,
    rule: 'target-count-before',
  }
}

/** “儿童100%纳入基本生活保障范围”, “建成区50%以上的面积达到海绵城市目标要求”. */
const fromShare = (text: string, candidate: Candidate, left: Left, words: Words): Proposal | undefined => {
  const { quantity } = candidate
  if (quantity.unit !== '%' || left.sense || left.full === '') return undefined
  const after = text.slice(quantity.whole.end)
  const area = /^的([\u4e00-\u9fff]{2,6}?)((?:达到|实现|完成|纳入|得到|采用)[^，。；]{2,20})/.exec(after)
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
const fromSize = (
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
const fromBracket = (text: string, candidate: Candidate, words: Words): Proposal | undefined => {
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

/** “组织大学生开展社会实践活动，参与不少于10万人次”: how many take part in what was said before. */
const fromVerb = (candidate: Candidate, left: Left): Proposal | undefined => {
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

/** A figure that goes on about the indicator before it: “增长5%，达到500亿元”, “60平方公里60万人”, “从1200元降低到880元”. */
const fromBefore = (candidate: Candidate, left: Left, state: State): Proposal | undefined => {
  const before = state.last
  if (!before || left.full !== '') return undefined
  const goesOn = candidate.joined || left.sense !== undefined
  if (!goesOn || (candidate.joined && candidate.quantity.unit === before.unit && !left.sense))
    return undefined
  const { left: _, max: __, ...rest } = before
  const comparator =
    candidate.joined && candidate.quantity.comparator === '='
      ? before.comparator
      : candidate.quantity.comparator
  return {
    ...rest,
    ...figure(candidate.quantity),
    comparator,
    span: { start: Math.min(before.nameSpan.start, candidate.from), end: candidate.quantity.whole.end },
    nameSpan: before.nameSpan,
  }
}

/** The proposals of one sentence, in order. Offsets are relative to it; `placeAt` gives the length of a place named there. */
export const readSentence = (
  text: string,
  knowledge: Knowledge,
  words: Words,
  placeAt: PlaceAt,
): readonly Proposal[] => {
  const found = candidates(text, findQuantities(text, 0, knowledge), words)
  const proposals: Proposal[] = []
  let state: State = { lastEnd: 0 }
  for (let i = 0; i < found.length; i++) {
    const candidate = found[i] as Candidate
    const group = respectively(text, found.slice(i), words, placeAt)
    if (group) {
      proposals.push(...group)
      i += new Set(group.map((p) => p.at)).size - 1
      const last = group.at(-1)
      state = { ...(last ? { last } : {}), lastEnd: found[i]?.quantity.whole.end ?? 0 }
      continue
    }
    const left = readLeft(text, candidate, words, placeAt)
    const next = found[i + 1]
    const bound =
      found[i + 1]?.joined && candidate.quantity.comparator === '='
        ? found[i + 1]?.quantity.comparator
        : undefined
    const proposal =
      fromSize(text, candidate, next, left, state, words) ??
      fromBefore(candidate, left, state) ??
      fromBracket(text, candidate, words) ??
      fromShare(text, candidate, left, words) ??
      fromRight(text, candidate, next?.quantity.whole.start ?? text.length, left, state, words) ??
      fromLeft(text, candidate, left, state, words) ??
      fromVerb(candidate, left)
    const sameClause = /[、和及与]/.test(candidate.mark) || candidate.joined || candidate.mark === ''
    const verb = left.verb ?? (sameClause ? state.verb : undefined)
    const last = proposal ?? state.last
    state = { ...(last ? { last } : {}), ...(verb ? { verb } : {}), lastEnd: candidate.quantity.whole.end }
    // “60平方公里60万人以上”, “不少于1万户4.5亿元”: the two figures share their comparator
    if (proposal)
      proposals.push(
        bound && bound !== 'range' && bound !== 'change' ? { ...proposal, comparator: bound } : proposal,
      )
  }
  return proposals
}

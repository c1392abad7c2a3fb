/** The indicator stands before its figure: 森林覆盖率达到58%, 新建充电桩6万个. */
import type { Quantity } from '../numbers.ts'
import type { Candidate } from './clauses.ts'
import type { Left, State } from './left.ts'
import { endsInHead, isBare, isName } from './names.ts'
import { distinct, figure, namesFor, type Proposal } from './proposal.ts'
import { nounOf, rightPhrase } from './right.ts'
import { deedOf, type Words } from './words.ts'

const GROWTH =
  /(?:年均|累计)?(?:增长|增加|提高|提升|上升|下降|降低|递增|减少|压减|缩减|削减|压缩|缩短|缩小|扩大)$/

/** A fall is said in the name, for its figure has no sign. */
const FALL = /^(?:下降|降低|减少|压减|缩减|削减|压缩|缩短|缩小)$/

/** “城乡居民人均可支配收入年均增长”8%以上 is the growth's own indicator; a bare “增长30%” is a change of the plain one. */
const grown = (text: string, left: Left, quantity: Quantity): string | undefined => {
  if (left.sense !== 'change' || !/^%$|百分点$/.test(quantity.unit)) return undefined
  const between = text
    .slice(left.end, quantity.span.start)
    .replace(/(?:同比|力争|预计|约|达到|达|在|超过|超|近|接近|不低于|不少于)/g, '')
  const word =
    GROWTH.exec(between)?.[0] ??
    GROWTH.exec(text.slice(left.end, quantity.whole.start) + (quantity.word ?? ''))?.[0]
  if (!word) return undefined
  return /^年均|^累计/.test(word) || FALL.test(word) || quantity.comparator !== 'change' ? word : undefined
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
    (follows && (/、/.test(left.full) || left.verb === undefined || left.name.length <= 2)) ||
    (candidate.quantity.value === 1 && !/[万亿]/.test(candidate.quantity.unit))
  )
}

/** “粮食播种面积60万亩、产量30万吨”: a bare measure is of the thing measured just before it. */
const onward = (text: string, own: string, state: State): string | undefined =>
  /^(?:总?产量|总?产值|单产)$/.test(own) && /[、，]/.test(text[state.lastEnd] ?? '')
    ? /^(.{2,12}?)(?:播种|种植|栽培|养殖)?(?:面积|规模|总?产量|总?产值)$/.exec(state.last?.name ?? '')?.[1]
    : undefined

/** “带动”消费80亿元, “实现”收入3亿元: a measure that says nothing without the verb before it. */
const BY_VERB = /^(?:消费|收入|资金|税收|贷款|就业|投资)$/

/** The verb or leading word right before a name. */
const verbBefore = (text: string, at: number, words: Words): string => {
  const before = text.slice(Math.max(0, at - 4), at)
  const own = words.verbs.map(({ verb }) => verb).concat(words.leads)
  return own.find((word) => word.length === 2 && before.endsWith(word)) ?? ''
}

/** “稳外资”13条措施, “第四批”287个典型村: what is counted stands behind the figure, and the words before say which. */
const countedBehind = (text: string, { quantity }: Candidate, next: number): string => {
  if (!/^(?:count|people)$/.test(quantity.kind) || quantity.whole.end !== quantity.span.end) return ''
  const noun = nounOf(rightPhrase(text, quantity.whole.end, next).text)
  return /^[\u4e00-\u9fff“”（）]{2,14}$/.test(noun) && !/^(?:和|及|与|以|并|且|的|左右|目标|任务)/.test(noun)
    ? noun
    : ''
}

/** “治理水土流失面积490平方公里” measures the deed, not what there is: 水土流失治理面积. */
const deedMeasured = (own: string, left: Left, words: Words): string | undefined => {
  const deed = left.sense === undefined ? deedOf(left.verb, words) : ''
  const stem = /^(.{2,})(面积|里程|长度)$/.exec(own)
  return deed && stem && !own.includes(deed) ? `${stem[1]}${deed}${stem[2]}` : undefined
}

/** “在百强榜上升11位”: a rank is no quantity. */
const RANK = /^位$/

/** The name with the verb that belongs to it, its own or that of the list: “治理”沟渠90公里、水土流失260平方公里, “新增”车位1万个、床位200张. */
const deedNamed = (
  text: string,
  candidate: Candidate,
  left: Left,
  state: State,
  headed: boolean,
  words: Words,
): string => {
  const own = left.kept + left.name
  if (BY_VERB.test(own)) return verbBefore(text, left.start - left.kept.length, words) + own
  if (headed) return deedMeasured(own, left, words) ?? (onward(text, own, state) ?? '') + own
  if (left.sense === 'change' || left.sense === 'from') return own
  const listed = !left.governed && left.sense === undefined && text[state.lastEnd] === '、'
  const verb = left.verb ?? (listed ? state.verb : undefined)
  const deed = deedOf(verb, words)
  // “新增企业50家、进出口额180亿元”: sums are not added
  const added = /^(?:count|people|area|length)$/.test(candidate.quantity.kind)
  if (listed && added && verb === '新增' && !/^[新净]/.test(own)) return verb + own
  return own.includes(deed) ? own : own + deed
}

/** The proposal whose name is what stands before the figure, where the words or the verb lead to it. */
export const fromLeft = (
  text: string,
  candidate: Candidate,
  left: Left,
  state: State,
  words: Words,
  next = text.length,
): Proposal | undefined => {
  const { quantity } = candidate
  // “9个行政村约1.4万名群众”: the words before are what the figure before counts
  const taken = state.last?.rule === 'target-count-before' && state.last.nameSpan.start === left.start
  if (taken && state.lastEnd === candidate.from) return undefined
  const counted =
    left.governed ||
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
  // “年综合能耗5000吨以上的企业”: the figure says which things are meant
  const bounded =
    quantity.whole.end > quantity.span.end && /^(?:的)?[\u4e00-\u9fff]/.test(text.slice(quantity.whole.end))
  if (
    !left.sense &&
    headed &&
    bounded &&
    !/^(?:的目标|大关|并|且|和|及)/.test(text.slice(quantity.whole.end))
  )
    return undefined
  // “开工建设甲电投40万千瓦、乙集团35万千瓦风电等项目”: how large each of the projects is
  const each = /^(?:[、和][^，。；]{0,40}(?:项目|工程)|[\u4e00-\u9fff]{2})/.test(
    text.slice(quantity.whole.end),
  )
  if (quantity.kind === 'measure' && left.build && !left.sense && !headed && each) return undefined
  const growth = grown(text, left, quantity)
  const counts = left.sense ? '' : countedBehind(text, candidate, next)
  // “稳就业12条措施”: 就业 is measured nowhere here
  const behind = headed && !/^(?:政策)?(?:措施|举措|政策|办法)$/.test(counts) ? '' : counts
  // “综合服务中心及首批11个服务站”: what stands before the joint is another thing
  const joint = /(?:[及和、]|(?<!参)与)(?:首批|各|其他)?$/.test(left.name)
  if (joint) return undefined
  const own = behind ? left.kept + left.name + behind : deedNamed(text, candidate, left, state, headed, words)
  const after = /^的([\u4e00-\u9fff“”]{2,14}?)(?=[，。；、）]|$)/.exec(text.slice(quantity.whole.end))?.[1]
  // “新增高新技术企业200家，总数达2000家”: the total of what was counted before
  const totals =
    state.last?.rule.startsWith('target-count') &&
    words.heads.includes(own) &&
    /^(?:总|数|占比|比重|比例|面积|长度|规模|户数|人口)/.test(own)
  // “产值34.5亿元，占全国34.5%”: a share of what was said before
  const share = /^占(?!比$|地)/.test(own)
  if (share && !state.last) return undefined
  const whole = share
    ? `${state.last?.name}${own}${/比重|比例$/.test(own) ? '' : '比重'}`
    : totals
      ? `${state.last?.name.replace(/^新增/, '')}${own}`
      : own
  const name = growth ? whole + growth : after && headed ? after + whole : whole
  // “初步形成64个站点”: a deed that is no noun names nothing
  if (
    isBare(name) ||
    /(?:形成|建成|完成)了?$|一批/.test(name) ||
    (RANK.test(quantity.unit) && /榜|排名|位次|第/.test(name))
  )
    return undefined
  const aliases = [
    left.full,
    left.placed,
    left.name,
    own,
    ...(growth ? [own, `${own}增速`, `${own}${growth}率`] : []),
    ...(left.verb ? [left.verb + left.name] : []),
    ...(left.thing ? [left.thing] : []),
    ...(behind ? [behind] : []),
    ...namesFor(own, quantity.unit),
  ]
  const start = left.start - left.kept.length
  const written = left.kept + left.name
  const nameSpan = text.startsWith(written, start)
    ? { start, end: start + written.length }
    : { start: left.start, end: left.start + left.name.length }
  return {
    ...figure(quantity),
    // the name says that it is a growth, the figure is its value
    ...(growth && !FALL.test(growth) && quantity.comparator === 'change' ? { comparator: '=' as const } : {}),
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

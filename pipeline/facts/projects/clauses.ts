import type { Phase } from '../../../graph/model.ts'
import { asFocus, cutAtFocus } from './focus.ts'
import { cutAt, firstOutside, outside, part, type Slice } from './slice.ts'
import { type Chain, phaseOf, verbAfterActor, verbAfterOpening, verbAfterSubject, verbsAt } from './verbs.ts'
import type { Verb, Vocabulary } from './vocabulary.ts'

/** One clause of a sentence: what governs it, and the list it governs. */
export type Clause = {
  readonly whole: Slice
  /** What stands before the verb: “在甲溪、乙河等乡镇”, “到2025年”. */
  readonly before: Slice
  readonly verbs: readonly Verb[]
  readonly object: Slice
  readonly phase?: Phase
  /** The closing verb that was cut from the object: 贯通, 开工建设. */
  readonly closed?: string
  /** The phase comes from the clause before: “完工甲路、乙桥等项目，丙园、丁路等项目”. */
  readonly continued: boolean
}

/** What is to become of the things named: “争取甲铁路纳入国家规划”, “乙园争创省级园区”, “丙机场完成可研报告审查”. */
const BECOMES =
  /(?:成功)?(?:纳入|列入|入选|争创|申报|获批|列为|升格|培育建设|创建|建设(?=(?:世界|国家|国际|省|市|自治区)级|[345]A|一流)|完成(?:可研|可行性|前期|初步设计|选址|立项|勘察|主体|审批)).*$/

const withoutOutcome = (object: Slice): Slice => {
  const match = BECOMES.exec(object.text)
  return match && match.index > 3 && outside(object.text)[match.index] ? part(object, 0, match.index) : object
}

/** Cuts the closing verb from a list: “甲溪水库开工建设” is start, “乙河铁路前期工作” is study. */
const withoutTrailing = (
  object: Slice,
  vocabulary: Vocabulary,
): { readonly object: Slice; readonly phase?: Phase; readonly closed?: string } => {
  const noted = /（[^（）]*\d[^（）]*）$/.exec(object.text)
  if (noted && noted.index > 0) {
    const inner = withoutTrailing(part(object, 0, noted.index), vocabulary)
    if (inner.phase) return inner
  }
  const text = object.text.replace(/(?:等|的)?工作$/, '')
  for (const { word, phase } of vocabulary.trailing) {
    const full = object.text.endsWith(word) ? object.text : text
    const rest = full.slice(0, full.length - word.length)
    if (full.endsWith(word) && rest.length >= 3)
      return {
        object: part(
          object,
          0,
          rest.replace(
            /(?:20\d\d年(?:底|末|上半年|下半年)?前?|正式|全面|加快|顺利|陆续|如期|全线|基本|全部|\d{1,2}月底?之?前?|年内|今年|上半年|年底前?|早日|尽早|尽快|实现|高品质|高质量|高标准|[和与及])$/,
            '',
          ).length,
        ),
        phase,
        closed: word,
      }
  }
  return { object: part(object, 0, text.length) }
}

/** “大力推进甲镇集散中心功能的建设和完善”, “甲铁路并加快建设”: the thing alone. */
const withoutDeed = (object: Slice, vocabulary: Vocabulary): Slice => {
  const also = [...object.text.matchAll(/并/g)].find(
    (match) =>
      match.index > 1 &&
      verbsAt(object.text.slice(match.index + 1), vocabulary) &&
      outside(object.text)[match.index],
  )
  const text = also ? object.text.slice(0, also.index) : object.text
  const deed =
    /(?:功能)?的(?:建设|完善|改造|提升|实施|推进|开发)(?:[和与、及](?:建设|完善|改造|提升|实施|推进|开发))*$/.exec(
      text,
    )
  return part(object, 0, deed ? deed.index : text.length)
}

const ACTED_ON = /^(?:对|资助|组织|为)(.+?)(?:进行|实施|开展)(.+)$/

/** “对甲街、乙街进行景观亮化” reads as the object “甲街、乙街” under the action 景观亮化. */
export const actedOn = (whole: Slice): { readonly thing: Slice; readonly action: Slice } | undefined => {
  const match = ACTED_ON.exec(whole.text)
  if (!match?.[1] || !match[2]) return undefined
  const from = whole.text.indexOf(match[1])
  return {
    thing: part(whole, from, from + match[1].length),
    action: part(whole, whole.text.length - match[2].length),
  }
}

const BACKING = /^(?:积极|大力|全力|重点|优先)?(?:支持|鼓励|推动|引导|助力|指导|督促|帮助|促进)/

/** “支持甲县建设乙中心”: the verb behind the one who is backed governs. */
const backed = (whole: Slice, vocabulary: Vocabulary): (Chain & { readonly at: number }) | undefined => {
  const length = BACKING.exec(whole.text)?.[0].length
  const inner = length === undefined ? undefined : verbAfterActor(part(whole, length), vocabulary)
  return inner && length !== undefined ? { ...inner, at: inner.at + length } : undefined
}

const readClause = (whole: Slice, vocabulary: Vocabulary): Clause => {
  const behind = backed(whole, vocabulary)
  const own = behind ? undefined : verbsAt(whole.text, vocabulary)
  const later = own
    ? undefined
    : (behind ??
      verbAfterActor(whole, vocabulary) ??
      verbAfterOpening(whole, vocabulary) ??
      (withoutTrailing(whole, vocabulary).phase ? undefined : verbAfterSubject(whole, vocabulary)))
  const chain = own ?? later
  const at = later?.at ?? 0
  const trimmed = withoutTrailing(
    withoutOutcome(withoutDeed(part(whole, at + (chain?.length ?? 0)), vocabulary)),
    vocabulary,
  )
  // “甲园、乙园争创省级园区”: those that strive stand before
  const outcome = !chain && !/^[对将把未]/.test(whole.text) && withoutOutcome(whole) !== whole
  const governed = chain ? phaseOf(chain.verbs) : outcome ? 'advance' : undefined
  const phase =
    governed === 'strive' || (governed === 'complete' && trimmed.phase !== 'study')
      ? governed
      : (trimmed.phase ?? governed)
  return {
    whole,
    before: part(whole, 0, at),
    verbs: chain?.verbs ?? [],
    object: trimmed.object,
    ...(phase ? { phase } : {}),
    ...(trimmed.closed ? { closed: trimmed.closed } : {}),
    continued: false,
  }
}

/** “为环卫工人免费健康体检1万人”: what follows the preposition is the deed, when no verb governs it. */
const asService = (clause: Clause): Clause =>
  clause.verbs.length === 0 && /^[为向](?!了)/.test(clause.whole.text)
    ? {
        ...clause,
        object: part(clause.whole, 1),
        phase: 'advance',
        verbs: [{ verb: '实施', phase: 'advance', strong: true }],
      }
    : clause

const hasActor = (clause: Slice, vocabulary: Vocabulary): boolean =>
  (backed(clause, vocabulary) ??
    verbAfterActor(clause, vocabulary) ??
    verbAfterSubject(clause, vocabulary)) !== undefined

/** “推进甲项目建设、推动乙地块出让”: a verb that is no noun as well opens a clause of its own after 、. */
const cutAtVerbs = (clause: Slice, vocabulary: Vocabulary): readonly Slice[] => {
  const free = outside(clause.text)
  for (const { index } of clause.text.matchAll(/、/g)) {
    if (!free[index] || index <= 4) continue
    const left = part(clause, 0, index)
    const right = part(clause, index + 1)
    const chain = verbsAt(right.text, vocabulary)
    const first = chain?.verbs[0]
    const opens =
      chain &&
      first?.strong &&
      first.verb.length > 1 &&
      !vocabulary.heads.has(first.verb) &&
      clause.text.length - index > chain.length + 3
    // “…甲县建设乙中心、丙县打造丁基地”
    const bothAct = (): boolean =>
      (backed(left, vocabulary) ?? verbAfterActor(left, vocabulary)) !== undefined &&
      hasActor(right, vocabulary)
    if (opens || bothAct()) return [left, ...cutAtVerbs(right, vocabulary)]
  }
  return [clause]
}

/** A sentence's clauses; one without a verb goes on with the phase of the one before. */
export const clausesOf = (sentence: Slice, vocabulary: Vocabulary): readonly Clause[] => {
  const clauses: Clause[] = []
  const pieces = cutAt(sentence, /[，,；;。！？]/g)
    .map((piece) => part(piece, /^(?:以及|及其?|并且)/.exec(piece.text)?.[0].length ?? 0))
    .flatMap((each) => cutAtFocus(each, vocabulary))
    .flatMap((each) => cutAtVerbs(each, vocabulary))
  for (const piece of pieces) {
    const clause = asFocus(asService(readClause(piece, vocabulary)))
    const previous = clauses.at(-1)
    // “整治河道66公里，其中甲河13公里、乙河4公里”: the parts are done what the whole is
    if (previous?.phase !== undefined && clause.verbs.length === 0 && /^其中[^，]{2}/.test(piece.text)) {
      const object = part(clause.object, clause.object.text.startsWith('其中') ? 2 : 0)
      clauses.push({ ...clause, object, verbs: previous.verbs, phase: previous.phase })
    } else if (clause.phase === undefined && previous?.phase !== undefined)
      clauses.push({ ...clause, phase: previous.phase, continued: true })
    else clauses.push(clause)
  }
  return clauses
}

/** Splits “铁路：…”, “高速铁路——…” into the label and what it heads. */
export const labelled = (sentence: Slice): { readonly label?: Slice; readonly body: Slice } => {
  const mark = firstOutside(sentence.text, /：|:|——/g)
  if (
    !mark ||
    mark.index < 2 ||
    mark.index > 40 ||
    /[，。；、]/.test(sentence.text.slice(0, mark.index)) ||
    mark.index + mark[0].length >= sentence.text.length
  )
    return { body: sentence }
  return { label: part(sentence, 0, mark.index), body: part(sentence, mark.index + mark[0].length) }
}

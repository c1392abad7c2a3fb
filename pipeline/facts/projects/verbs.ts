import type { Phase } from '../../../graph/model.ts'
import { outside, type Slice } from './slice.ts'
import type { Verb, Vocabulary } from './vocabulary.ts'

export type Chain = { readonly verbs: readonly Verb[]; readonly length: number }

const DATE =
  /^(?:到|在|于)?(?:20\d\d年)?(?:\d{1,2}月|年|上半年|下半年)?(?:底|末|中)?(?:之?前)?(?<=[年月底末前])/

const CONNECTORS = '并和及、与或'

/** The governing verbs at the start of a text with their adverbs: “加快推进”, “全面推进并完成”, “新建及改造”. */
export const verbsAt = (text: string, vocabulary: Vocabulary): Chain | undefined => {
  const verbs: Verb[] = []
  let index = 0
  let length = 0
  for (;;) {
    let size = Math.min(6, text.length - index)
    for (; size > 0; size--) {
      const word = text.slice(index, index + size)
      if (vocabulary.verbs.has(word) || vocabulary.adverbs.has(word)) break
    }
    // 建成|区: the word goes on to a noun
    const nouns = vocabulary.nouns.get(text.slice(index, index + 2))
    if (nouns?.some((noun) => noun.length > size && text.startsWith(noun, index))) break
    const verb = vocabulary.verbs.get(text.slice(index, index + size))
    if (size > 0) {
      if (verb) verbs.push(verb)
      index += size
      if (verb) length = index
    } else if (index > 0 && DATE.test(text.slice(index))) {
      // “力争2025年底前建成”: the date stands between the words of one chain
      index += DATE.exec(text.slice(index))?.[0].length ?? 0
    } else if (verbs.length > 0 && length === index && CONNECTORS.includes(text[index] ?? ' ')) {
      index++
    } else break
  }
  const telling = verbs.filter((verb) => !verb.neutral)
  return verbs.length > 0 ? { verbs: telling.length > 0 ? telling : verbs, length } : undefined
}

/** The phase that a chain of verbs gives: an aim outranks completion (力争建成), completion outranks planning (策划改造完成). */
export const phaseOf = (verbs: readonly Verb[]): Phase | undefined => {
  const phases = verbs.map((verb) => verb.phase)
  const first = phases[0]
  if (phases.includes('strive')) return 'strive'
  if (first === 'study') return 'study'
  if (phases.includes('complete')) return 'complete'
  if (first === 'plan') return 'plan'
  if (phases.includes('start')) return 'start'
  return first
}

const FUNCTION_WORD =
  /^(在|对|为|向|依托|围绕|聚焦|以|通过|按照|结合|面向|沿|于|针对|利用|借助|到|至|年内|鼓励|支持|采取|全年|从|由|把|将|当|力争|积极|全市|全区|全县|组织|同步|“十|20\d\d|今年|明年|上半年|下半年|\d+月)/

/** Where the governing verb stands after an opening like “在重点区域”, “2025年底前”, “采取多种方式”. */
export const verbAfterOpening = (
  clause: Slice,
  vocabulary: Vocabulary,
): (Chain & { readonly at: number }) | undefined => {
  if (!FUNCTION_WORD.test(clause.text)) return undefined
  const free = outside(clause.text)
  let weak: (Chain & { readonly at: number }) | undefined
  for (let at = 2; at < clause.text.length - 2; at++) {
    if (!free[at]) continue
    const chain = verbsAt(clause.text.slice(at), vocabulary)
    if (chain?.verbs.some((verb) => verb.verb.length > 1 && (verb.strong || chain.verbs.length > 1)))
      return { ...chain, at }
    if (chain && !weak) weak = { ...chain, at }
  }
  return weak
}

const ACTOR = /^[^，、等]{1,8}?(?:[县市镇乡]|(?<![灌片园社小景库山地城])区|街道|集团|公司)(?=.{4})/
/** “甲、乙等县建设…”: several act. */
const ACTORS = /^[^，；。]{2,40}?等(?:\d+个)?(?:县[市区]?|区县?|乡镇|街镇|镇街|镇|乡|街道|地|市)(?=.{4})/

/** The verb of “甲县建设乙中心”: it stands right behind who acts. */
export const verbAfterActor = (
  clause: Slice,
  vocabulary: Vocabulary,
): (Chain & { readonly at: number }) | undefined => {
  const at = (ACTOR.exec(clause.text) ?? ACTORS.exec(clause.text))?.[0].length
  const chain = at === undefined ? undefined : verbsAt(clause.text.slice(at), vocabulary)
  return at !== undefined && chain?.verbs.some((verb) => verb.strong && verb.verb.length > 1)
    ? { ...chain, at }
    : undefined
}

const LONGEST_SUBJECT = 14

/** The verb behind a short subject: “甲片区有序推进乙公园建设”. Verbs that are nouns as well (建设, 改造) do not count. */
export const verbAfterSubject = (
  clause: Slice,
  vocabulary: Vocabulary,
): (Chain & { readonly at: number }) | undefined => {
  const free = outside(clause.text)
  for (let at = 2; at < Math.min(LONGEST_SUBJECT, clause.text.length - 4); at++) {
    if (clause.text[at] === '、') return undefined
    if (!free[at]) continue
    const chain = verbsAt(clause.text.slice(at), vocabulary)
    const first = chain?.verbs[0]
    if (first?.strong && first.verb.length > 1 && first.phase !== 'plan' && !vocabulary.heads.has(first.verb))
      return { ...chain, verbs: chain?.verbs ?? [], length: chain?.length ?? 0, at }
  }
  return undefined
}

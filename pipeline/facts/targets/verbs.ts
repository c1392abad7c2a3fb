/** Task verbs and what they govern: 新建｜充电桩, 在重点区域开工建设｜公共停车场. */
import type { Words } from './words.ts'

/** A text taken apart at its task verb; offsets are relative to it. */
export type VerbSplit = {
  readonly verb: string
  /** The verb that belongs to the name (新增), or ''. */
  readonly kept: string
  readonly build: boolean
  /** The verb may as well be the first half of a noun. */
  readonly noun: boolean
  readonly object: string
  readonly start: number
}

type Chain = {
  readonly length: number
  readonly kept: string
  readonly build: boolean
  readonly noun: boolean
}

/** The verbs at the start of a text: 新开及优化, 规划新增 (of which 新增 and what follows it is kept in the name). */
const verbChain = (text: string, words: Words, inner = false): Chain | undefined => {
  let length = 0
  let keepFrom = -1
  let build = false
  let noun = true
  for (;;) {
    const rest = text.slice(length)
    const joint = length > 0 ? (/^(?:及|和|、|并|与|或)/.exec(rest)?.[0].length ?? 0) : 0
    const found = words.verbs.find(
      ({ verb, notBefore }) =>
        rest.startsWith(verb, joint) && !notBefore.includes(rest[joint + verb.length] ?? '\n'),
    )
    if (
      !found ||
      (found.noun && (inner || (length > 0 && joint === 0)) && rest.length > found.verb.length + 1)
    )
      break
    if (found.keep && keepFrom < 0) keepFrom = length + joint
    length += joint + found.verb.length
    build = found.build
    noun = noun && found.noun
  }
  if (length === 0) return undefined
  return { length, build, noun, kept: keepFrom < 0 ? '' : text.slice(keepFrom, length) }
}

/** 对日出口, 对东盟贸易: 对 and its partner open the name of a quantity. */
const TRADE = /^对[\u4e00-\u9fff]{1,6}(?:出口|进口|贸易|投资)/

const PREPOSITION =
  /^(?:在|为|对|依托|面向|围绕|通过|以|按照|采取|向|给|利用|结合|依法|推动|鼓励|支持|引导|规划)/

const splitAt = (text: string, at: number, chain: Chain): VerbSplit => {
  const start = at + chain.length
  return {
    verb: text.slice(at, start),
    kept: chain.kept,
    build: chain.build,
    noun: chain.noun,
    object: text.slice(start),
    start,
  }
}

/** The first verb inside a text, outside “…”, that has an object; `inner` passes over verbs that are nouns as well. */
const verbInside = (text: string, words: Words, inner: boolean): VerbSplit | undefined => {
  let quoted = 0
  for (let at = 1; at < text.length; at++) {
    quoted += text[at] === '“' ? 1 : text[at] === '”' ? -1 : 0
    const chain = quoted > 0 ? undefined : verbChain(text.slice(at), words, inner)
    if (chain && chain.length > 1 && text.length - at - chain.length > 1) return splitAt(text, at, chain)
  }
  return undefined
}

/** True where some verb governs the end of the text: “各街镇改造老旧小区”. */
export const holdsVerb = (text: string, words: Words): boolean => verbInside(text, words, true) !== undefined

/** Splits “在重点区域开工建设公共停车场” into its verb and object. `within`: look inside even where no preposition opens the text. */
export const splitVerb = (text: string, words: Words, within = true): VerbSplit | undefined => {
  const first = verbChain(text, words)
  if (first) return splitAt(text, 0, first)
  const opened = PREPOSITION.test(text) && !TRADE.test(text)
  if (!opened && !within) return undefined
  const found = verbInside(text, words, true) ?? (opened ? verbInside(text, words, false) : undefined)
  if (found) return found
  // “为环卫工人免费健康体检”: the preposition alone says that something is done for somebody
  return !TRADE.test(text) && /^(?:[为给向]|对(?!应|接|口|外|比))/.test(text)
    ? { verb: text.slice(0, 1), kept: '', build: false, noun: false, object: text.slice(1), start: 1 }
    : undefined
}

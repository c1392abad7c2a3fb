/** The figure stands before what it counts: 吸纳7万名高校毕业生来蓉就业. */
import type { Candidate } from './clauses.ts'
import type { Left, State } from './left.ts'
import { endsInHead, isBare, isName } from './names.ts'
import { distinct, figure, namesFor, type Proposal } from './proposal.ts'
import { nounOf, rightPhrase } from './right.ts'
import { deedOf, type Words } from './words.ts'

/** “1679个行政村生活污水和199个排污口治理”: the deed behind the next figure is done to both. */
const listedNoun = (phrase: string, rest: string): string => {
  const joined = /^(.+?)(?:[、及和]|(?<!参)与)$/.exec(phrase)?.[1]
  if (joined === undefined) return nounOf(phrase)
  const deed =
    /^[0-9.]+[\u4e00-\u9fff]{2,12}?(治理|整治|改造|建设|修复|提升|排查|处置)(?=[，。；、）]|任务|工程|项目|$)/.exec(
      rest,
    )?.[1]
  return nounOf(joined) + (deed && !joined.endsWith(deed) ? deed : '')
}

/** “新增1个国家级、7个省级重点专科”: the grade alone, with the noun of the grade that follows. */
const gradedNoun = (phrase: string, rest: string): string | undefined => {
  if (!/^[\u4e00-\u9fff]{1,3}级$/.test(phrase)) return undefined
  const noun = /^[、和][0-9]+[个家项处所名]?[\u4e00-\u9fff]{1,3}级([\u4e00-\u9fff“”]{2,14})/.exec(rest)?.[1]
  return noun === undefined ? undefined : phrase + nounOf(noun)
}

const COUNTABLE = new Set(['count', 'people', 'length', 'area', 'money'])

/** The proposal whose name follows the figure, where a task verb or “对”, “确保” governs both. */
export const fromRight = (
  text: string,
  candidate: Candidate,
  next: number,
  left: Left,
  state: State,
  words: Words,
): Proposal | undefined => {
  const { quantity } = candidate
  const verb =
    left.verb && (left.object === '' || (left.onlyPlace && left.places.length === 0))
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
  const noun =
    gradedNoun(phrase.text, text.slice(phrase.start + phrase.text.length)) ??
    listedNoun(phrase.text, text.slice(next))
  if (!isName(noun, words)) return undefined
  if (quantity.kind === 'money' && !endsInHead(phrase.text, words)) return undefined
  // “惠及80个乡镇”: only people are reached
  const reached = /惠及$/.test(verb ?? '')
  if (reached && quantity.kind !== 'people' && !/户$/.test(quantity.unit)) return undefined
  const deed = reached ? '' : deedOf(verb, words)
  const name = /^新增/.test(verb ?? '')
    ? `新增${noun}`
    : reached
      ? `惠及${noun}`
      : noun.includes(deed)
        ? noun
        : noun + deed
  if (isBare(name)) return undefined
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

import type { Slice } from './slice.ts'
import { firstOutside, outside, part } from './slice.ts'
import { headOf, type Vocabulary } from './vocabulary.ts'

/** A name as the text's words give it, with the other forms a reader would use. */
export type Named = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly count?: string
  readonly words: Slice
}

const QUANTITY = /^(?:一批|多个|多处|若干|部分|一条|一座|一个|一处|一系列|各类|更多|剩余|相关|其他|多条|一些)/
/** The number of a footnote: “百千万全”[12]工程. */
const FOOTNOTE = /\[\d{1,3}\]|〔\d{1,3}〕|[（(]\d{1,2}[）)]/g
const BRACKET = /[（(][^（）()]*[）)]/g
/** “（牵头单位：市住建局）”, “（区财政局负责）”: a note about duties, not part of a name. */
const DUTY_NOTE = /[（(][^（）()]*(?:单位|负责|牵头|部门|局|委|办|街镇|政府)[^（）()]*[）)]$/

/** Without a closing note on duties. */
export const withoutDuty = (piece: Slice): Slice => {
  const note = DUTY_NOTE.exec(piece.text)
  return note && note.index > 0 ? part(piece, 0, note.index) : piece
}

/** “9座”, “不少于500处”: the first count outside brackets, with what stands before and after it. */
export const countIn = (
  text: string,
  vocabulary: Vocabulary,
): { readonly count: string; readonly before: string; readonly after: string } | undefined => {
  const match = firstOutside(text, new RegExp(vocabulary.count, 'g'))
  // 二次供水, 一次能源 are words, not counts
  if (!match || (/^[一二三]次$/.test(match[0]) && match.index + match[0].length < text.length))
    return undefined
  return {
    count: match[0],
    before: text.slice(0, match.index),
    after: text.slice(match.index + match[0].length),
  }
}

/** Whether a piece closes with a count of its own: “甲绿道800公里”. */
export const endsCounted = (piece: Slice, vocabulary: Vocabulary): boolean =>
  countIn(piece.text, vocabulary)?.after === ''

/** A name's phrase after 的, where what stands before is a description: “总装机规模5万千瓦的分散式光伏电站”. */
const afterDescription = (text: string): string | undefined => {
  const free = outside(text)
  let at = -1
  for (let index = 1; index < text.length - 2; index++) if (text[index] === '的' && free[index]) at = index
  return at > 0 ? text.slice(at + 1) : undefined
}

const DESCRIPTION = /\d|至|经|连接|规模/

/** Without the words of praise that a later mention may leave out: 高等级干线公路. */
const plainOf = (name: string): string | undefined => (GRADE.test(name) ? name.replace(GRADE, '') : undefined)
const GRADE = /高等级|高质量|高标准|现代化|大型|多式联运型/

const unique = (forms: readonly (string | undefined)[], name: string): string[] => [
  ...new Set(forms.filter((form): form is string => form !== undefined && form.length > 1 && form !== name)),
]

/** What a phrase is about: without a closing bracket, a stage (一期) and 建设 or 项目 after a head of its own. */
export const bareCore = (text: string, vocabulary: Vocabulary): string => {
  const bare = text
    .replace(/[（(][^（）()]*[）)]$/, '')
    .replace(/[一二三四五六]期(?:工程|项目)?$/, '')
    .replace(/(?<=[建造修固])(?:及|和|与)(?:新建|扩建|改建|改造|维修|加固)$/, '')
    .replace(/(项目|工程)(?:建设|实施)$/, '$1')
  const rest = bare.replace(/(?:等)?(?:项目|工程)?(?:建设|实施)?$/, '')
  if (rest !== bare && rest.length > 1 && headOf(rest, vocabulary)) return rest
  return bare === '' ? text : bare
}

/** “棚户区改造项目建设” is the project 棚户区改造项目. */
const tidy = (text: string): string =>
  text
    .replace(/(项目|工程)(?:建设|实施)$/, '$1')
    .replace(/(?<=库|坝|枢纽|电站)(?:下闸)?蓄水$|扫尾(?:工程)?$/, '')
    .replace(
      /(?<=.{4})(?:重大|重点|骨干|标志性|民生)+(?:水利|交通|能源|产业|民生|基础设施)*(?:工程|项目)$/,
      '',
    )
    .replace(/等$/, '')
    .replace(/^的/, '')

/** Reads an item's own words into a name: counts and quantifiers go, descriptions before 的 become an alias. */
export const nameOf = (words: Slice, vocabulary: Vocabulary): Named => {
  const raw = tidy(words.text.replace(FOOTNOTE, '').replace(QUANTITY, ''))
  const described = afterDescription(raw)
  const plainRaw =
    described && DESCRIPTION.test(raw.slice(0, raw.length - described.length)) ? described : raw
  const found = countIn(plainRaw, vocabulary)
  const uncounted =
    found && headless(found, vocabulary) ? tidy(found.before + found.after.replace(/^的/, '')) : plainRaw
  const long = uncounted
  const segments = long.match(BRACKET)?.some((bracket) => /[、段至—]/.test(bracket)) ?? false
  const name = segments && long.replace(BRACKET, '').length > 2 ? long.replace(BRACKET, '') : long
  const noBracket = name.replace(BRACKET, '')
  const quoted = /^([“"].+[”"]).{1,8}$/.exec(name)?.[1]
  const built =
    name.endsWith('建设') && headOf(name.slice(0, -2), vocabulary)?.kind === 'facility'
      ? name.slice(0, -2)
      : undefined
  const turned = /^(.+)由.+向.+转变$/.exec(name)?.[1]
  return {
    name: built ?? name,
    aliases: unique(
      [
        name,
        noBracket,
        long,
        uncounted,
        raw,
        described,
        turned,
        quoted && /\d|[一二三四五六七八九十两]/.test(quoted) ? quoted : undefined,
        plainOf(name),
        name.endsWith('建设') ? name.slice(0, -2) : undefined,
      ],
      built ?? name,
    ),
    ...(found && headless(found, vocabulary) ? { count: found.count } : {}),
    words,
  }
}

/** A count belongs to the name's thing unless it is part of the name: “110千伏变电站”, “15分钟生活圈”, “第三水厂”. */
const headless = (
  found: { readonly before: string; readonly after: string; readonly count: string },
  vocabulary: Vocabulary,
): boolean => {
  const rest = found.before + found.after
  return (
    rest.length > 1 &&
    !found.count.startsWith('第') &&
    !(found.after === '' && found.before.length < 2) &&
    (found.before === '' || found.after === '' || headOf(rest, vocabulary) !== undefined)
  )
}

/** Lines of an amendment as headings and items: how they are numbered, and what a heading says of what stands below it. */
import type { ClauseKind } from './clauses.ts'
import { amendingWords, firstWord } from './words.ts'

/** How headings and items are numbered, the outermost first. */
const STYLES = [
  /^[一二三四五六七八九十]+、/,
  /^[（(][一二三四五六七八九十]+[）)]/,
  /^\d{1,2}[.．、]/,
  /^[（(]\d{1,2}[）)]/,
  /^[①-⑳]/,
  /^\d{1,3}\s+(?=\S)/,
]
/** The style of a line without a number. */
export const UNNUMBERED = STYLES.length

export const styleOf = (line: string): number => {
  const at = STYLES.findIndex((style) => style.test(line))
  return at < 0 ? UNNUMBERED : at
}

/** The line without its number. */
export const unnumbered = (line: string): string =>
  STYLES.reduce((rest, style) => rest.replace(style, ''), line)

/** “本通知自印发之日起施行”, the signature (no item, nor what says more than a name), the day: no part of a list above it. */
export const END =
  /^(?:本通知|本决定|特此|附件)|^(?![\d（(①-⑳]|[一二三四五六七八九十]+、)[^：:，,、和\t|]*(?:人民政府|委员会|办公室|局)$|\d{1,2}月\d{1,2}日$/

/** “附件1：”, “表2 ”, before the title of a table. */
const CAPTION = /^(?:附件|附表|表)\s*[\d一二三四五六七八九十]*[：:.．\s]*/

/** “取消项目（3个）：” says of what stands below it what “取消” says, and names nothing itself. */
export const headingKind = (line: string): ClauseKind | undefined => {
  const words = (['remove', 'change', 'rename', 'add'] as const).flatMap((kind) =>
    amendingWords(kind)
      .filter((word) => line.includes(word))
      .map((word) => ({ kind, word })),
  )
  const adjusts = line.includes('调整') || line.includes('修改')
  const rest = [...words.map(({ word }) => word), ...amendingWords('class'), '调整', '修改']
    .sort((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ''), unnumbered(line).replace(CAPTION, ''))
    .replace(
      /[（(]\s*[共计]*\s*\d*[个项条]\s*[）)]|\d+[个项条]?|[一二三四五六七八九十]+[个项条]|[的和及与、：:\s]/g,
      '',
    )
  if (rest !== '' || (words.length === 0 && !adjusts)) return undefined
  const kinds = new Set(words.map(({ kind }) => kind))
  return kinds.size === 1 && !adjusts && !kinds.has('rename') ? words[0]?.kind : 'other'
}

/** “三、调整部门职责”: a heading that tells what is done below it, and is no undertaking. */
export const isTelling = (line: string): boolean =>
  styleOf(line) < UNNUMBERED &&
  line.length <= LONGEST_HEADING &&
  /^(?:关于)?(?:调整|变更|修改|修订)[^，。；：:]*$/.test(unnumbered(line)) &&
  !(['change', 'rename', 'remove'] as const).some((kind) => firstWord(line, kind))

const LONGEST_HEADING = 24

/** A text that amends, cut into the clauses that say what becomes of the plan. Offsets are UTF-16. */
import type { Span } from '../records.ts'
import { amendingWords, firstWord } from './words.ts'

/** What a clause does to the plan; `lead-in` only announces what follows it. */
export type ClauseKind = 'remove' | 'change' | 'add' | 'lead-in' | 'other'

/** “经研究，现就部分内容调整如下”: what follows is said, nothing is undertaken. */
const LEAD_IN = /如下[^，。]{0,4}[。：:]?$/

export type Clause = Span & { readonly text: string; readonly kind: ClauseKind }

/** How headings are numbered, the outermost first. */
const STYLES = [
  /^[一二三四五六七八九十]+、/,
  /^[（(][一二三四五六七八九十]+[）)]/,
  /^\d{1,2}[.．、]/,
  /^[（(]\d{1,2}[）)]/,
]
const styleOf = (line: string): number => {
  const at = STYLES.findIndex((style) => style.test(line))
  return at < 0 ? STYLES.length : at
}
/** The line without its number. */
export const unnumbered = (line: string): string =>
  STYLES.reduce((rest, style) => rest.replace(style, ''), line)

/** “本通知自印发之日起施行”, the signature, the day: no part of a list above it. */
const END = /^(?:本通知|本决定|特此|附件)|(?:人民政府|委员会|办公室|局)$|\d{1,2}月\d{1,2}日$/

/** “取消项目（3个）：” says of what stands below it what “取消” says, and names nothing itself. */
const headingKind = (line: string): ClauseKind | undefined => {
  const words = (['remove', 'change', 'add'] as const).flatMap((kind) =>
    amendingWords(kind)
      .filter((word) => line.includes(word))
      .map((word) => ({ kind, word })),
  )
  const adjusts = line.includes('调整') || line.includes('修改')
  const rest = [...words.map(({ word }) => word), ...amendingWords('class'), '调整', '修改']
    .sort((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ''), unnumbered(line))
    .replace(
      /[（(]\s*\d*[个项条]\s*[）)]|\d+[个项条]?|[一二三四五六七八九十]+[个项条]|[的和及与、：:\s]/g,
      '',
    )
  if (rest !== '' || (words.length === 0 && !adjusts)) return undefined
  const kinds = new Set(words.map(({ kind }) => kind))
  return kinds.size === 1 && !adjusts ? words[0]?.kind : 'other'
}

/** The clauses of a text in order; headings are clauses of kind `other`. */
export const clausesOf = (text: string): readonly Clause[] => {
  const clauses: Clause[] = []
  let under: { readonly kind: ClauseKind; readonly style: number } | undefined
  let at = 0
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    const start = at + (raw.length - raw.trimStart().length)
    at += raw.length + 1
    if (line === '') continue
    const kind = headingKind(line)
    if (kind !== undefined || (under && styleOf(line) <= under.style && styleOf(line) < STYLES.length))
      under = undefined
    if (END.test(line)) under = undefined
    if (kind !== undefined) {
      under = { kind, style: styleOf(line) }
      clauses.push({ start, end: start + line.length, text: line, kind: 'other' })
    } else clauses.push(...clausesIn(line, start, under?.kind))
  }
  return clauses
}

/** A clause without a word of its own goes with the one before it in its sentence, the first one with the heading above it. */
const clausesIn = (line: string, start: number, under: ClauseKind | undefined): readonly Clause[] => {
  const clauses: Clause[] = []
  for (const sentence of pieces(line, /[。；;！？]/)) {
    if (LEAD_IN.test(sentence.text)) {
      const from = start + sentence.start
      clauses.push({ start: from, end: from + sentence.text.length, text: sentence.text, kind: 'lead-in' })
      continue
    }
    let kind: ClauseKind = under === 'remove' ? 'remove' : 'other'
    for (const [index, piece] of pieces(sentence.text, /[，,]/).entries()) {
      // “取消甲水库，保留乙水库”: what stays or is done instead is not taken away with what stands before it
      kind = ownKind(piece.text) ?? (index > 0 && isKept(piece.text) ? 'other' : kind)
      const from = start + sentence.start + piece.start
      clauses.push({ start: from, end: from + piece.text.length, text: piece.text, kind })
    }
  }
  return clauses
}

/** Whether a clause says of something that it stays, goes on or is built: by the word it opens with, or by its last. */
const isKept = (text: string): boolean => {
  const bare = text.replace(/^(?:但|同时|并|仍)+|[，。；,;]$/g, '')
  return amendingWords('keep').some((word) => bare.startsWith(word) || bare.endsWith(word))
}

const ownKind = (text: string): ClauseKind | undefined => {
  const outside = text.replace(/[“《][^”》]*[”》]/g, (quoted) => '　'.repeat(quoted.length))
  const [remove, change, add] = (['remove', 'change', 'add'] as const).map((kind) => firstWord(outside, kind))
  if (change) return 'change'
  if (remove && (!add || remove.at <= add.at)) return 'remove'
  return add ? 'add' : undefined
}

/** The text cut behind each separator that stands outside quotation marks. */
const pieces = (
  text: string,
  separator: RegExp,
): readonly { readonly text: string; readonly start: number }[] => {
  const found: { text: string; start: number }[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if ('“《（('.includes(letter)) depth += 1
    if ('”》）)'.includes(letter)) depth = Math.max(0, depth - 1)
    if (depth > 0 || !separator.test(letter)) continue
    found.push({ text: text.slice(start, at + 1), start })
    start = at + 1
  }
  if (start < text.length) found.push({ text: text.slice(start), start })
  return found
}

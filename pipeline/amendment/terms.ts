/** What an amendment says anew of one thing that it names. Offsets are UTF-16. */
import type { Span } from '../records.ts'
import { unnumbered } from './headings.ts'
import { firstWord } from './words.ts'

/** By when; who answers for it, or helps; what it is called; how many of it; an indicator's number; that it is new. */
export type TermKind = 'due' | 'lead' | 'support' | 'name' | 'count' | 'value' | 'added'

export type Term = {
  /** The whole clause, or row. */
  readonly words: string
  /** The thing's name as it is read. */
  readonly name: string
  readonly kind: TermKind
  readonly thing: Span
  readonly value: Span
  /** What a table says that its rows are; in prose the name itself must tell. */
  readonly type?: 'Project' | 'Indicator'
  /** Of an indicator's number, what its table says besides. */
  readonly unit?: string
  readonly year?: number
}

/** “将专栏3“重点工程”第2项中的”: where in the plan the thing stands, before its name. */
const PLACES: readonly RegExp[] = [
  /^“?十[一二三四五六]?五”?(?:规划)?(?:期间|时期)/,
  /^\s*(?:(?:并|同时|同步|一并)+(?=将|把|对))?(?:将(?!军)|把|对(?!外))?/,
  /^(?:《[^》]*》|规划|方案|文本|正文|原文|原)*(?:第[一二三四五六七八九十百\d]+[篇章节条款])+\s*(?:“[^”]*”)?[中内里]?的?/,
  /^(?:《[^》]*》|规划|方案|文本|正文|原文|原)*(?:专栏|附表|附件|附录|清单|表(?=\s*[\d一二三四五六七八九十]))\s*[\d一二三四五六七八九十]*\s*(?:“[^”]*”|《[^》]*》|（[^）]*）)?\s*(?:第[一二三四五六七八九十\d]+[项条行款个]|序号\s*\d+)?\s*[中内里]?的?/,
]

/** How many letters before the name of a thing only say where it stands. */
export const placeBefore = (text: string): number => {
  const rest = PLACES.reduce((left, place) => left.replace(place, ''), unnumbered(text.trimStart()))
  return text.length - rest.length
}

/** The place without blanks and marks of quotation at its ends, in this text. */
export const trimmedSpan = (text: string, { start, end }: Span): Span => {
  const inner = text.slice(start, end)
  const lead = /^[\s“”"《》：:]*/.exec(inner)?.[0].length ?? 0
  const bare = inner.slice(lead).replace(/[\s“”"《》。；;，,]*$/, '')
  return { start: start + lead, end: start + lead + bare.length }
}

/** “甲溪水厂的名称由“甲溪水厂””, before 调整为. */
const NAME_FROM = /(?:项目|工程)?的?名称[由从]/

/** “将“甲溪水厂”更名为“乙河水厂””: what it was called, and what it is called from now on. */
export const renameIn = (text: string): { readonly thing: Span; readonly value: Span } | undefined => {
  const named = NAME_FROM.exec(text)
  const word = firstWord(text, 'rename') ?? (named ? firstWord(text, 'change') : undefined)
  if (!word) return undefined
  const from = named && named.index < word.at ? named.index + named[0].length : placeBefore(text)
  const lead =
    /^\s*(?:[由从]|原(?!种|料|生|水|[\u4e00-\u9fff][县市区]))*/.exec(text.slice(from, word.at))?.[0].length ??
    0
  const thing = trimmedSpan(text, { start: from + lead, end: word.at })
  const bare = text.slice(thing.start, thing.end).replace(/[”"》]?的?(?:项目)?(?:名称)?[由从]?$/, '')
  const at = word.at + word.word.length
  const stop = /[，。；;]|[（(](?=原|以下|简称|见|备注)/.exec(text.slice(at))
  const value = trimmedSpan(text, { start: at, end: stop ? at + stop.index : text.length })
  if (bare.length < 2 || value.end - value.start < 2 || /[“”《》，。]/.test(bare)) return undefined
  return { thing: { start: thing.start, end: thing.start + bare.length }, value }
}

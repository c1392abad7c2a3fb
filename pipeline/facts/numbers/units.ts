/** The measure words of units.tsv, ready to be tried at a place in a text. */
import type { Knowledge } from '../../knowledge.ts'

export type UnitWord = {
  readonly unit: string
  readonly kind: string
  readonly kept: string
  readonly notBefore: string
}

const lexicons = new WeakMap<Knowledge, readonly UnitWord[]>()

/** Every unit of the table, the longest first, so that 平方公里 is tried before 平. */
export const unitWords = (knowledge: Knowledge): readonly UnitWord[] => {
  const known = lexicons.get(knowledge)
  if (known) return known
  const words = knowledge
    .table('units')
    .map((row) => ({
      unit: row.unit ?? '',
      kind: row.kind ?? '',
      kept: row.as || row.unit || '',
      notBefore: row.not_before ?? '',
    }))
    .sort((a, b) => b.unit.length - a.unit.length)
  lexicons.set(knowledge, words)
  return words
}

const wordAt = (text: string, at: number, words: readonly UnitWord[]): UnitWord | undefined =>
  words.find(
    (word) =>
      text.startsWith(word.unit, at) &&
      !word.notBefore.includes(text[at + word.unit.length] || '\n') &&
      !(/[A-Za-z]$/.test(word.unit) && /[A-Za-z]/.test(text[at + word.unit.length] ?? '')),
  )

// What may stand under the stroke though it is no unit after a bare number: 600吨/日, 4批次/千人, 2次/周.
const PER =
  /^[/／每](?:千|万|百|10万|十万)?(?:人|日|天|年|月|周|季度|小时|秒|户|亩|次|元|公顷|平方公里|平方米|立方米|千瓦时|公里|辆|吨|万元|米|升|台|m³|m2|㎡|d|a|h|s|L|l)/

export type UnitFound = { readonly kept: string; readonly kind: string; readonly length: number }

/** The unit that begins at `at` in `text`, with what it is counted per; lengths are UTF-16 code units. */
export const unitAt = (text: string, at: number, words: readonly UnitWord[]): UnitFound | undefined => {
  if (text[at] === '％' || text[at] === '﹪') return { kept: '%', kind: 'rate', length: 1 }
  const word = wordAt(text, at, words)
  if (!word) return undefined
  const per = PER.exec(text.slice(at + word.unit.length, at + word.unit.length + 8))?.[0] ?? ''
  const kept = per ? word.unit + per.replace(/^[／每]/, '/') : word.kept
  return { kept, kind: word.kind, length: word.unit.length + per.length }
}

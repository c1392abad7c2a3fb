/** The words of comparators.tsv beside a number. */
import type { Comparator } from '../../../graph/model.ts'
import type { Knowledge } from '../../knowledge.ts'

export type ComparatorWord = {
  readonly word: string
  readonly comparator: Comparator
  readonly notKind: string
}
export type ComparatorWords = Readonly<Record<'before' | 'between' | 'after', readonly ComparatorWord[]>>

const lexicons = new WeakMap<Knowledge, ComparatorWords>()

/** The table by side, the longest word first, so that 不低于 is tried before 低于. */
export const comparatorWords = (knowledge: Knowledge): ComparatorWords => {
  const known = lexicons.get(knowledge)
  if (known) return known
  const side = (name: string): readonly ComparatorWord[] =>
    knowledge
      .table('comparators')
      .filter((row) => row.side === name)
      .map((row) => ({
        word: row.word ?? '',
        comparator: row.comparator as Comparator,
        notKind: row.not_kind ?? '',
      }))
      .sort((a, b) => b.word.length - a.word.length)
  const words = { before: side('before'), between: side('between'), after: side('after') }
  lexicons.set(knowledge, words)
  return words
}

/** The comparator word that ends at `end`, spaces apart. */
export const comparatorBefore = (
  text: string,
  end: number,
  words: ComparatorWords,
): ComparatorWord | undefined => {
  const head = text.slice(Math.max(0, end - 12), end).trimEnd()
  // “上商超100家”
  return words.before.find(({ word }) => head.endsWith(word) && !(word === '超' && head.endsWith('商超')))
}

/** The comparator word that begins at `start`. */
export const comparatorAfter = (
  text: string,
  start: number,
  words: ComparatorWords,
): ComparatorWord | undefined => words.after.find(({ word }) => text.startsWith(word, start))

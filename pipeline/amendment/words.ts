/** The words by which a text that amends a plan says what goes, what changes and what comes. */
import { lexicon } from '../document/lexicon.ts'

export type AmendingKind =
  | 'remove'
  | 'change'
  | 'rename'
  | 'add'
  | 'keep'
  | 'stay'
  | 'explain'
  | 'class'
  | 'title'
  | 'act'

/** Words of a kind, the longest first. */
export const amendingWords = (kind: AmendingKind): readonly string[] =>
  lexicon('amendment-words')
    .filter((row) => row.kind === kind)
    .map(({ word = '' }) => word)
    .sort((a, b) => b.length - a.length)

/** The word of this kind that stands first in the text, with its place; undefined where none does. */
export const firstWord = (
  text: string,
  kind: AmendingKind,
): { readonly word: string; readonly at: number } | undefined =>
  amendingWords(kind)
    .map((word) => ({ word, at: text.indexOf(word) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length)[0]

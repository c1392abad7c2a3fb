/** Kinds of cells by their form (lexicons/cell-classes.tsv): number, range, nature, time, body, place, blank; all else is text. */
import { lexicon } from './lexicon.ts'
import type { Line } from './lines.ts'

type Class = { readonly name: string; readonly pattern: RegExp }

let classes: readonly Class[] | undefined

/** The kind of cell that a line is. */
export const classOf = (line: Line | undefined): string => classOfText(line?.text ?? '')

/** The kind of cell that a text is. */
export const classOfText = (text: string): string => {
  classes ??= toClasses()
  return classes.find(({ pattern }) => pattern.test(text))?.name ?? 'text'
}

const toClasses = (): readonly Class[] =>
  lexicon('cell-classes').map((row) => ({
    name: row.class ?? '',
    pattern: new RegExp(`^(?:${row.pattern})$`),
  }))

/** A kind of words: plain text, names of bodies, names of towns. */
export const isWordsKind = (kind: string): boolean => /^(?:text|body|place)$/.test(kind)

/** A cell of words. */
export const isWords = (line: Line | undefined): boolean => isWordsKind(classOf(line))

/** Kinds of cells by their form (lexicons/cell-classes.tsv): number, range, nature, time, body, blank; all else is text. */
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

/** A cell of words: plain text, or names of bodies. */
export const isWords = (line: Line | undefined): boolean => /^(?:text|body)$/.test(classOf(line))

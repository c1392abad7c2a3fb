/** The pieces that patterns are written in: words, tags, roles, marks, counts. */

/** What is wrong with a pattern, at which character (from 0). */
export class PatternError extends Error {
  readonly at: number
  constructor(reason: string, at: number) {
    super(reason)
    this.at = at
  }
}

/** The smallest piece of a pattern, and the character at which it stands. */
export type Lexeme = {
  readonly kind: 'literal' | 'tag' | 'role' | 'mark' | 'count'
  readonly text: string
  readonly at: number
}

const LEXEME =
  /\s*(?:"(?<literal>(?:[^"\\]|\\.)*)"|(?<role>[a-z][A-Za-z]*):|(?<tag>[A-Z][A-Za-z]*)|(?<count>\{\d+(?:,\d*)?\})|(?<mark>[()|?+*!^$]))/y

/** The pieces of a pattern in order, or a PatternError at the first character that begins none. */
export const lexemesOf = (source: string): readonly Lexeme[] => {
  const lexemes: Lexeme[] = []
  LEXEME.lastIndex = 0
  const end = source.trimEnd().length
  while (LEXEME.lastIndex < end) {
    const from = LEXEME.lastIndex
    const match = LEXEME.exec(source)
    if (!match?.groups) {
      const at = from + (source.slice(from).length - source.slice(from).trimStart().length)
      throw new PatternError(
        `Unexpected ${source[at]}, expected "words", Tag, role:, (, ), |, ?, +, *, {n,m}, !, ^ or $`,
        at,
      )
    }
    const [kind, text] = Object.entries(match.groups).find(([, value]) => value !== undefined) as [
      Lexeme['kind'],
      string,
    ]
    lexemes.push({
      kind,
      text: kind === 'literal' ? text.replace(/\\(.)/g, '$1') : text,
      at: LEXEME.lastIndex - text.length,
    })
  }
  return lexemes
}

/** Cypher cut into words and marks, so that checks see neither strings, comments nor quoted names. */

export type CypherToken = {
  readonly kind: 'word' | 'string' | 'quoted' | 'number' | 'parameter' | 'mark'
  readonly text: string
  /** UTF-16 offset into the statement. */
  readonly start: number
}

const KINDS = [
  ['space', /\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ['string', /'(?:[^'\\]|\\[\s\S])*(?:'|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$)/y],
  ['quoted', /`(?:[^`]|``)*(?:`|$)/y],
  ['parameter', /\$(?:[\p{L}\p{N}_]+|`(?:[^`]|``)*`)/uy],
  ['number', /\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['word', /[\p{L}\p{Pc}][\p{L}\p{N}\p{Pc}\p{Mn}]*/uy],
  ['mark', /<>|<=|>=|=~|\.\.|\+=|->|<-|[\s\S]/uy],
] as const

/** Tokens in order; white space and comments are left out, `..` and comparison signs are one mark. */
export const cypherTokens = (statement: string): readonly CypherToken[] => {
  const tokens: CypherToken[] = []
  let start = 0
  while (start < statement.length) {
    for (const [kind, pattern] of KINDS) {
      pattern.lastIndex = start
      const text = pattern.exec(statement)?.[0]
      if (!text) continue
      if (kind !== 'space') tokens.push({ kind, text, start })
      start += text.length
      break
    }
  }
  return tokens
}

const WRITING = new Set(
  'CREATE MERGE SET DELETE DETACH REMOVE FOREACH DROP ALTER LOAD INSERT GRANT DENY REVOKE START STOP TERMINATE RENAME'.split(
    ' ',
  ),
)
const NAME_MARKS = new Set([':', '.', '|', '&', '!', '%'])

/** Words that a clause may begin with, as upper case; not property keys, labels, map keys or function calls. */
const clauseWords = (tokens: readonly CypherToken[]): readonly string[] =>
  tokens.flatMap((token, index) => {
    if (token.kind !== 'word') return []
    const before = tokens[index - 1]?.text
    const after = tokens[index + 1]?.text
    const isName = (before !== undefined && NAME_MARKS.has(before)) || after === ':' || before === 'AS'
    return isName ? [] : [token.text.toUpperCase()]
  })

/**
 * Whether a statement may write: it has a writing clause, or calls a procedure (none is known to be harmless but those
 * that only show the schema). Errs on the side of writing.
 */
export const mayWrite = (statement: string): boolean => {
  const tokens = cypherTokens(statement)
  const words = clauseWords(tokens)
  return words.some((word) => WRITING.has(word)) || callsProcedure(tokens)
}

const HARMLESS = new Set([
  'db.labels',
  'db.relationshiptypes',
  'db.propertykeys',
  'db.schema.visualization',
  'db.index.fulltext.querynodes',
])

const callsProcedure = (tokens: readonly CypherToken[]): boolean =>
  tokens.some((token, index) => {
    if (token.kind !== 'word' || token.text.toUpperCase() !== 'CALL') return false
    const next = tokens[index + 1]
    if (!next || next.text === '{' || next.text === '(') return false
    if (index > 0 && NAME_MARKS.has(tokens[index - 1]?.text ?? '')) return false
    let name = ''
    for (let at = index + 1; at < tokens.length && /^[\p{L}\p{N}_.`]+$/u.test(tokens[at]?.text ?? ''); at++)
      name += tokens[at]?.text
    return !HARMLESS.has(name.toLowerCase())
  })

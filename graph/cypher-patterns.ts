/** Where in a statement's tokens something stands that the rules of the common ground speak of. Pure. */
import type { CypherToken } from './cypher-tokens.ts'

const AGGREGATES = new Set([
  'COLLECT',
  'COUNT',
  'SUM',
  'AVG',
  'MIN',
  'MAX',
  'STDEV',
  'STDEVP',
  'PERCENTILECONT',
])

/** A word in upper case; any other token as it is. */
export const upper = (token: CypherToken | undefined): string =>
  token?.kind === 'word' ? token.text.toUpperCase() : (token?.text ?? '')

/** Tokens at which a sequence of words and marks begins; words in any case. */
export const sequence =
  (...wanted: readonly string[]) =>
  (tokens: readonly CypherToken[]): readonly CypherToken[] =>
    tokens.filter((_, at) => wanted.every((text, step) => upper(tokens[at + step]) === text))

/** The brackets open at each token, outermost first, as the index of each opening one. */
const openings = (tokens: readonly CypherToken[]): readonly (readonly number[])[] => {
  const open: number[] = []
  return tokens.map(({ kind, text }, at) => {
    const around = [...open]
    if (kind === 'mark' && '([{'.includes(text)) open.push(at)
    if (kind === 'mark' && ')]}'.includes(text)) open.pop()
    return around
  })
}

/** Whether the bracket at `at` opens a node or relationship pattern, not a call, list or grouping. */
const opensPattern = (tokens: readonly CypherToken[], at: number): boolean => {
  const before = upper(tokens[at - 1])
  const name = tokens[at + 1]?.kind === 'word' ? at + 2 : at + 1
  const isLabelled = tokens[name]?.text === ':'
  if (tokens[at]?.text === '[') return (before === '-' || before === '<-') && tokens[name]?.text !== 'IN'
  if (tokens[at]?.text !== '(') return false
  return (
    ['MATCH', 'MERGE', 'CREATE', '->', '-', '<-'].includes(before) ||
    (isLabelled && [',', '='].includes(before))
  )
}

/** Tokens inside a node or relationship pattern that fit. */
export const inPattern =
  (fits: (tokens: readonly CypherToken[], at: number, open: number) => boolean) =>
  (tokens: readonly CypherToken[]): readonly CypherToken[] => {
    const around = openings(tokens)
    return tokens.filter((_, at) => {
      const open = around[at]?.at(-1)
      return open !== undefined && opensPattern(tokens, open) && fits(tokens, at, open)
    })
  }

/** Whether a token joins labels in a node pattern: `(n:A|B)`. */
export const isLabelExpression = (tokens: readonly CypherToken[], at: number, open: number): boolean =>
  tokens[open]?.text === '(' && ['|', '&', '!', '%'].includes(tokens[at]?.text ?? '')

/** `*` without a longest number of steps. */
export const unboundedPath = inPattern((tokens, at, open) => {
  if (tokens[open]?.text !== '[' || tokens[at]?.text !== '*') return false
  const [first, second, third] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]]
  if (first?.text === '..') return second?.kind !== 'number'
  if (first?.kind !== 'number') return true
  return second?.text === '..' && third?.kind !== 'number'
})

/** RETURN inside EXISTS { } or COUNT { }. */
export const returnInExists = (tokens: readonly CypherToken[]): readonly CypherToken[] => {
  const around = openings(tokens)
  return tokens.filter((token, at) => {
    const open = around[at]?.findLast((index) => tokens[index]?.text === '{')
    return (
      upper(token) === 'RETURN' && open !== undefined && ['EXISTS', 'COUNT'].includes(upper(tokens[open - 1]))
    )
  })
}

/** Aggregates whose result is used in the same expression: `collect(x)[0]`. */
export const aggregateInside = (tokens: readonly CypherToken[]): readonly CypherToken[] => {
  const around = openings(tokens)
  return tokens.filter((token, at) => {
    if (!AGGREGATES.has(upper(token)) || tokens[at + 1]?.text !== '(') return false
    const end = tokens.findIndex(
      (other, index) => index > at + 1 && other.text === ')' && around[index]?.at(-1) === at + 1,
    )
    return ['[', '.', '+', '-', '*', '/'].includes(tokens[end + 1]?.text ?? '')
  })
}

/** LIMIT and SKIP without an ORDER BY in their clause. */
export const unordered = (tokens: readonly CypherToken[]): readonly CypherToken[] => {
  let isOrdered = false
  return tokens.filter((token, at) => {
    const word = upper(token)
    if (word === 'ORDER' && upper(tokens[at + 1]) === 'BY') isOrdered = true
    if (word === 'WITH' || word === 'RETURN') isOrdered = false
    return (word === 'LIMIT' || word === 'SKIP') && !isOrdered && tokens[at - 1]?.text !== '.'
  })
}

/** Columns of the last RETURN that are expressions without an alias. */
export const unaliased = (tokens: readonly CypherToken[]): readonly CypherToken[] => {
  const around = openings(tokens)
  const last = tokens.findLastIndex((token, at) => upper(token) === 'RETURN' && around[at]?.length === 0)
  if (last < 0) return []
  const end = tokens.findIndex(
    (token, at) =>
      at > last && around[at]?.length === 0 && ['ORDER', 'SKIP', 'LIMIT', 'UNION'].includes(upper(token)),
  )
  const items = tokens.slice(last + 1, end < 0 ? undefined : end)
  const inner = around.slice(last + 1)
  const columns: CypherToken[][] = [[]]
  items.forEach((token, at) => {
    if (token.text === ',' && inner[at]?.length === 0) columns.push([])
    else columns.at(-1)?.push(token)
  })
  return columns.flatMap((column) =>
    column.length === 1 || upper(column.at(-2)) === 'AS' ? [] : column.slice(0, 1),
  )
}

/** `p = (n)`. */
export const pathOfOneNode = (tokens: readonly CypherToken[]): readonly CypherToken[] => {
  const around = openings(tokens)
  return tokens.filter((token, at) => {
    const isPath = token.kind === 'word' && tokens[at + 1]?.text === '=' && tokens[at + 2]?.text === '('
    if (!isPath || !['MATCH', ','].includes(upper(tokens[at - 1]))) return false
    const end = tokens.findIndex(
      (other, index) => index > at + 2 && other.text === ')' && around[index]?.at(-1) === at + 2,
    )
    return !['-', '<-', '->'].includes(tokens[end + 1]?.text ?? '')
  })
}

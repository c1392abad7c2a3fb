/** The rules of the common ground, each with how it is seen in a statement's tokens. */
import {
  aggregateInside,
  inPattern,
  isLabelExpression,
  pathOfOneNode,
  returnInExists,
  sequence,
  unaliased,
  unboundedPath,
  unordered,
  upper,
} from './cypher-patterns.ts'
import type { CypherToken } from './cypher-tokens.ts'

/** `refused` by the embedded engine; answered `differently`; a habit of this project's own (`house`). */
export type Consequence = 'refused' | 'differs' | 'house'

export type CypherRule = {
  readonly rule: string
  readonly consequence: Consequence
  readonly find: (tokens: readonly CypherToken[]) => readonly CypherToken[]
}

const CLAUSES = 80
const CLAUSE_WORDS = new Set(
  'MATCH WITH RETURN UNWIND MERGE CREATE SET DELETE REMOVE CALL FOREACH UNION'.split(' '),
)
const RESERVED = new Set(
  'MATCH OPTIONAL WHERE RETURN WITH AS CREATE MERGE SET DELETE DETACH REMOVE UNION DISTINCT UNWIND IN IS NULL NOT AND OR XOR TRUE FALSE CASE WHEN THEN ELSE'.split(
    ' ',
  ),
)
const STORE_KEYS = new Set(['_id', '_labels', '_source', '_target', '_type'])

export const CYPHER_RULES: readonly CypherRule[] = [
  {
    rule: 'one-statement',
    consequence: 'refused',
    find: (tokens) => tokens.filter(({ text }, at) => text === ';' && at < tokens.length - 1),
  },
  {
    rule: 'no-collect-subquery',
    consequence: 'refused',
    find: sequence('COLLECT', '{'),
  },
  {
    rule: 'simple-labels',
    consequence: 'refused',
    find: inPattern(isLabelExpression),
  },
  {
    rule: 'no-inline-where',
    consequence: 'refused',
    find: inPattern((tokens, at) => upper(tokens[at]) === 'WHERE'),
  },
  {
    rule: 'no-quantified-path',
    consequence: 'refused',
    find: (tokens) =>
      tokens.filter(
        ({ text }, at) =>
          (text === ')' &&
            tokens[at + 1]?.text === '{' &&
            (tokens[at + 2]?.kind === 'number' || tokens[at + 2]?.text === ',')) ||
          (text === '->' && ['+', '*'].includes(tokens[at + 1]?.text ?? '')),
      ),
  },
  {
    rule: 'no-batched-transactions',
    consequence: 'refused',
    find: sequence('IN', 'TRANSACTIONS'),
  },
  { rule: 'no-apoc', consequence: 'refused', find: sequence('APOC', '.') },
  {
    rule: 'no-hints',
    consequence: 'refused',
    find: (tokens) => ['INDEX', 'SCAN', 'JOIN'].flatMap((hint) => sequence('USING', hint)(tokens)),
  },
  {
    rule: 'no-path-of-one-node',
    consequence: 'refused',
    find: pathOfOneNode,
  },
  {
    rule: 'no-percentile-disc',
    consequence: 'differs',
    find: sequence('PERCENTILEDISC', '('),
  },
  {
    rule: 'no-return-in-exists',
    consequence: 'refused',
    find: returnInExists,
  },
  {
    rule: 'no-keyword-names',
    consequence: 'refused',
    find: (tokens) => tokens.filter((token, at) => token.text === '.' && RESERVED.has(upper(tokens[at + 1]))),
  },
  {
    rule: 'own-ids',
    consequence: 'differs',
    find: (tokens) =>
      ['ID', 'ELEMENTID']
        .flatMap((name) => sequence(name, '(')(tokens))
        .filter(({ start }) => !tokens.some((token) => token.text === '.' && token.start === start - 1)),
  },
  {
    rule: 'aggregates-alone',
    consequence: 'refused',
    find: aggregateInside,
  },
  {
    rule: 'no-negative-slices',
    consequence: 'differs',
    find: (tokens) =>
      tokens.filter(
        ({ text, kind }, at) =>
          text === '..' &&
          (tokens[at + 1]?.text === '-' ||
            (tokens[at - 1]?.kind === 'number' && tokens[at - 2]?.text === '-' && kind === 'mark')),
      ),
  },
  {
    rule: 'plain-regular-expressions',
    consequence: 'differs',
    find: (tokens) =>
      tokens.filter(
        ({ kind, text }, at) =>
          kind === 'string' && tokens[at - 1]?.text === '=~' && /\\[wdsWDS]|\(\?(?:i|[=!<])/.test(text),
      ),
  },
  {
    rule: 'bounded-paths',
    consequence: 'differs',
    find: unboundedPath,
  },
  {
    rule: 'ties-of-shortest-paths',
    consequence: 'differs',
    find: sequence('SHORTESTPATH', '('),
  },
  {
    rule: 'order-before-limit',
    consequence: 'differs',
    find: unordered,
  },
  {
    rule: 'no-store-keys',
    consequence: 'differs',
    find: (tokens) => tokens.filter(({ text }) => STORE_KEYS.has(text)),
  },
  { rule: 'alias-columns', consequence: 'house', find: unaliased },
  {
    rule: 'few-clauses',
    consequence: 'house',
    find: (tokens) => tokens.filter((token) => CLAUSE_WORDS.has(upper(token))).slice(CLAUSES),
  },
]

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
  readonly about: string
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
    about: 'send one statement a call, without `;`',
    find: (tokens) => tokens.filter(({ text }, at) => text === ';' && at < tokens.length - 1),
  },
  {
    rule: 'no-collect-subquery',
    consequence: 'refused',
    about: 'instead of COLLECT { } collect in a WITH',
    find: sequence('COLLECT', '{'),
  },
  {
    rule: 'simple-labels',
    consequence: 'refused',
    about: 'write alternatives of labels as WHERE n:A OR n:B',
    find: inPattern(isLabelExpression),
  },
  {
    rule: 'no-inline-where',
    consequence: 'refused',
    about: 'put WHERE after the pattern, not in it',
    find: inPattern((tokens, at) => upper(tokens[at]) === 'WHERE'),
  },
  {
    rule: 'no-quantified-path',
    consequence: 'refused',
    about: 'write repeated steps as -[:TYPE*1..4]->',
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
    about: 'leave IN TRANSACTIONS out; send rows in batches',
    find: sequence('IN', 'TRANSACTIONS'),
  },
  { rule: 'no-apoc', consequence: 'refused', about: 'do without apoc', find: sequence('APOC', '.') },
  {
    rule: 'no-hints',
    consequence: 'refused',
    about: 'leave the USING hint out',
    find: (tokens) => ['INDEX', 'SCAN', 'JOIN'].flatMap((hint) => sequence('USING', hint)(tokens)),
  },
  {
    rule: 'no-path-of-one-node',
    consequence: 'refused',
    about: 'match the node without naming a path',
    find: pathOfOneNode,
  },
  {
    rule: 'no-percentile-disc',
    consequence: 'differs',
    about: 'use percentileCont, or sort and take the place',
    find: sequence('PERCENTILEDISC', '('),
  },
  {
    rule: 'no-return-in-exists',
    consequence: 'refused',
    about: 'end EXISTS { } with its pattern and WHERE',
    find: returnInExists,
  },
  {
    rule: 'no-keyword-names',
    consequence: 'refused',
    about: 'give the property or variable a name that is no keyword',
    find: (tokens) => tokens.filter((token, at) => token.text === '.' && RESERVED.has(upper(tokens[at + 1]))),
  },
  {
    rule: 'own-ids',
    consequence: 'differs',
    about: 'use the property id; id() and elementId() differ between stores and runs',
    find: (tokens) =>
      ['ID', 'ELEMENTID']
        .flatMap((name) => sequence(name, '(')(tokens))
        .filter(({ start }) => !tokens.some((token) => token.text === '.' && token.start === start - 1)),
  },
  {
    rule: 'aggregates-alone',
    consequence: 'refused',
    about: 'collect or count in a WITH of its own, then work on the result',
    find: aggregateInside,
  },
  {
    rule: 'no-negative-slices',
    consequence: 'differs',
    about: 'count slice bounds from the start',
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
    about: 'write out the characters instead of \\w \\d \\s (?i), and use no look-around',
    find: (tokens) =>
      tokens.filter(
        ({ kind, text }, at) =>
          kind === 'string' && tokens[at - 1]?.text === '=~' && /\\[wdsWDS]|\(\?(?:i|[=!<])/.test(text),
      ),
  },
  {
    rule: 'bounded-paths',
    consequence: 'differs',
    about: 'give the longest number of steps: *1..4',
    find: unboundedPath,
  },
  {
    rule: 'ties-of-shortest-paths',
    consequence: 'differs',
    about:
      'read only the length, or order allShortestPaths; several equally short paths come in another order',
    find: sequence('SHORTESTPATH', '('),
  },
  {
    rule: 'order-before-limit',
    consequence: 'differs',
    about: 'put ORDER BY before LIMIT or SKIP, or other rows may come',
    find: unordered,
  },
  {
    rule: 'no-store-keys',
    consequence: 'differs',
    about: 'use no property called _id, _labels, _source, _target or _type',
    find: (tokens) => tokens.filter(({ text }) => STORE_KEYS.has(text)),
  },
  { rule: 'alias-columns', consequence: 'house', about: 'alias every column of RETURN', find: unaliased },
  {
    rule: 'few-clauses',
    consequence: 'house',
    about: `keep a statement under ${CLAUSES} clauses`,
    find: (tokens) => tokens.filter((token) => CLAUSE_WORDS.has(upper(token))).slice(CLAUSES),
  },
]

/**
 * Checks Cypher against the common ground of the embedded engine and Neo4j: what the embedded engine refuses, what it
 * answers differently, and the project's own habits for the statements it ships.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Consequence, CYPHER_RULES } from './cypher-rules.ts'
import { cypherTokens } from './cypher-tokens.ts'

const advice = new Map(
  readFileSync(join(import.meta.dirname, 'cypher-advice.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t') as [string, string]),
)

/** What to write instead, in Chinese. A rule without advice is a fault of ours and throws. */
export const adviceFor = (rule: string): string => {
  const found = advice.get(rule)
  if (found === undefined)
    throw new Error(`Unexpected rule ${rule}, expected a row in graph/cypher-advice.tsv`)
  return found
}

export type CypherFinding = {
  readonly rule: string
  readonly consequence: Consequence
  /** One line, in Chinese: what to write in its place. */
  readonly message: string
  /** UTF-16 offset into the statement. */
  readonly start: number
}

/** What in a statement leaves the common ground, in order of place. `house` rules bind the shipped statements only. */
export const lintCypher = (statement: string): readonly CypherFinding[] => {
  const tokens = cypherTokens(statement)
  return CYPHER_RULES.flatMap(({ rule, consequence, find }) =>
    find(tokens).map(({ start }) => ({ rule, consequence, message: adviceFor(rule), start })),
  ).toSorted((a, b) => a.start - b.start)
}

const EFFECTS = {
  refused: '嵌入式图库不接受这种写法 refused by the embedded engine',
  differs: '嵌入式图库的结果可能与 Neo4j 不同 may answer differently on the embedded engine',
} as const

/** One warning a finding for a user whose statement goes to the embedded engine; none where it keeps to the rules. */
export const embeddedWarnings = (statement: string): readonly string[] =>
  lintCypher(statement).flatMap(({ rule, consequence, message, start }) =>
    consequence === 'house'
      ? []
      : [
          `提示：第 ${start + 1} 个字符处，${EFFECTS[consequence]}。建议：${message}；或改用 Neo4j（--store bolt://…）原样执行。[${rule}]`,
        ],
  )

/**
 * Checks Cypher against the common ground of the embedded engine and Neo4j: what the embedded engine refuses, what it
 * answers differently, and the project's own habits for the statements it ships.
 */
import { type Consequence, CYPHER_RULES } from './cypher-rules.ts'
import { cypherTokens } from './cypher-tokens.ts'

export type CypherFinding = {
  readonly rule: string
  readonly consequence: Consequence
  /** One line: what was found and what to write in its place. */
  readonly message: string
  /** UTF-16 offset into the statement. */
  readonly start: number
}

/** What in a statement leaves the common ground, in order of place. `house` rules bind the shipped statements only. */
export const lintCypher = (statement: string): readonly CypherFinding[] => {
  const tokens = cypherTokens(statement)
  return CYPHER_RULES.flatMap(({ rule, consequence, about, find }) =>
    find(tokens).map(({ start }) => ({ rule, consequence, message: about, start })),
  ).toSorted((a, b) => a.start - b.start)
}

/** One warning a finding for a user whose statement goes to the embedded engine; none where it keeps to the rules. */
export const embeddedWarnings = (statement: string): readonly string[] =>
  lintCypher(statement)
    .filter(({ consequence }) => consequence !== 'house')
    .map(({ rule, consequence, message, start }) => {
      const effect =
        consequence === 'refused'
          ? '嵌入式图库不接受 is refused by the embedded engine'
          : '嵌入式图库的结果可能与 Neo4j 不同 may answer differently from Neo4j on the embedded engine'
      return `提示：第 ${start + 1} 个字符处，规则 ${rule}：${effect}: ${message}。可改写，或用 Neo4j（--store bolt://…）原样执行 a Neo4j store runs it as it is`
    })

import { describe, expect, it } from 'vitest'
import { adviceFor, embeddedWarnings, lintCypher } from '../../graph/cypher-lint.ts'
import { CYPHER_RULES } from '../../graph/cypher-rules.ts'
import { cypherTokens, mayWrite } from '../../graph/cypher-tokens.ts'
import { FOLDERS, type Folder, queriesIn } from '../../queries/catalogue.ts'

describe('mayWrite', () => {
  it.each([
    'CREATE (n)',
    'MATCH (n) SET n.x = 1',
    'match (n) set n:Place',
    'MERGE (n:Entity {id: 1}) RETURN n',
    'MATCH (n) DETACH DELETE n',
    'MATCH (n)\nREMOVE n.x',
    'UNWIND [1] AS x FOREACH (y IN [x] | CREATE (:Y))',
    'CALL { CREATE (n) RETURN n } RETURN n',
    'CALL db.createLabel("X")',
    'CALL `db.createLabel`("X")',
    "LOAD CSV FROM 'x' AS row RETURN row",
    'DROP INDEX x',
    "RETURN 'a' /* ' */ CREATE (n)",
    'INSERT (:X)',
  ])('sees the write in: %s', (statement) => expect(mayWrite(statement)).toBe(true))

  it.each([
    'MATCH (n) RETURN n',
    "RETURN 'CREATE (n)' AS x",
    'RETURN "it\\"s SET" AS x',
    'MATCH (n) RETURN n // DELETE n',
    'MATCH (n) /* SET n.x = 1 */ RETURN n',
    'MATCH (n:`SET`) RETURN n.`DELETE` AS x',
    'MATCH (n:Create) RETURN n.set AS x',
    'MATCH (n {set: 1}) RETURN $create AS x',
    'MATCH (n)-[:MERGE]->() RETURN {remove: 1} AS m',
    'CALL { MATCH (n) RETURN n } RETURN n',
    'CALL db.labels() YIELD label RETURN label',
    'MATCH (n) RETURN n AS delete',
    'MATCH (n) WHERE n.offset > 1 AND n.created IS NULL RETURN n',
  ])('sees none in: %s', (statement) => expect(mayWrite(statement)).toBe(false))
})

describe('cypherTokens', () => {
  it('covers a statement but for white space and comments', () => {
    const statement =
      "MATCH (规:Place {name: '浦里 // 新区'})-[*1..4]->(b) /* x */ WHERE b.`a``b` <= 1.5e3 RETURN $名 AS x"
    expect(
      cypherTokens(statement)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(
      "MATCH ( 规 : Place { name : '浦里 // 新区' } ) - [ * 1 .. 4 ] -> ( b ) WHERE b . `a``b` <= 1.5e3 RETURN $名 AS x",
    )
  })
})

describe('lintCypher', () => {
  it.each([
    ['one-statement', 'RETURN 1 AS x; RETURN 2 AS y'],
    ['no-collect-subquery', 'RETURN COLLECT { MATCH (n) RETURN n.id } AS ids'],
    ['simple-labels', 'MATCH (n:Place|Project) RETURN n.id AS id'],
    ['simple-labels', 'MATCH (n:Entity&!Place) RETURN n.id AS id'],
    ['no-inline-where', 'MATCH (n:Place WHERE n.kind = 1) RETURN n.id AS id'],
    ['no-inline-where', 'MATCH (a)-[x:SERVES WHERE x.id = 1]->(b) RETURN a.id AS id'],
    ['no-quantified-path', 'MATCH ((a)-[:PART_OF]->(b)){1,3} RETURN a.id AS id'],
    ['no-batched-transactions', 'UNWIND $rows AS r CALL { WITH r CREATE (n) } IN TRANSACTIONS'],
    ['no-apoc', 'RETURN apoc.text.join(["a"], "") AS x'],
    ['no-hints', 'MATCH (n:Place) USING INDEX n:Place(id) RETURN n.id AS id'],
    ['no-path-of-one-node', 'MATCH p = (n) RETURN length(p) AS x'],
    ['no-percentile-disc', 'MATCH (t:Target) RETURN percentileDisc(t.value, 0.5) AS x'],
    ['no-return-in-exists', 'MATCH (n) WHERE EXISTS { MATCH (n)-->(m) RETURN m } RETURN n.id AS id'],
    ['no-keyword-names', 'UNWIND $rows AS r RETURN r.set AS x'],
    ['own-ids', 'MATCH (n) RETURN elementId(n) AS id'],
    ['aggregates-alone', 'MATCH (n) RETURN collect(n.id)[0] AS first'],
    ['no-negative-slices', 'RETURN [1, 2, 3][0..-1] AS x'],
    ['plain-regular-expressions', "MATCH (n) WHERE n.name =~ '\\\\d+镇' RETURN n.id AS id"],
    ['bounded-paths', 'MATCH (a)-[:PART_OF*]->(b) RETURN a.id AS id'],
    ['bounded-paths', 'MATCH (a)-[:PART_OF*1..]->(b) RETURN a.id AS id'],
    ['ties-of-shortest-paths', 'MATCH p = shortestPath((a)-[:PART_OF*..4]->(b)) RETURN length(p) AS x'],
    ['order-before-limit', 'MATCH (n) RETURN n.id AS id LIMIT 5'],
    ['no-store-keys', 'MATCH (n) RETURN n._id AS id'],
    ['alias-columns', 'MATCH (n) RETURN n.id'],
  ])('finds %s in: %s', (rule, statement) =>
    expect(lintCypher(statement).map((finding) => finding.rule)).toContain(rule),
  )

  it.each([
    'MATCH (n:Place) WHERE n:Town OR n.kind = 1 RETURN n.id AS id ORDER BY id LIMIT 5',
    'MATCH (a)-[x:SERVES|LOCATED_IN]->(b) RETURN [y IN x.statements WHERE y <> $s | y] AS list',
    'MATCH (a)-[:PART_OF*0..4]->(b) WHERE EXISTS { (b)<-[:SERVES]-(c) } RETURN count(DISTINCT a) AS count',
    "MATCH (n) WHERE n.id IN $ids AND (n.a | 1) = 1 RETURN n {.*, labels: labels(n)} AS n, 'n:A|B WHERE ;' AS text",
    'MATCH (n) WITH n.kind AS kind, collect(n.id) AS ids RETURN kind, ids[0] AS first',
    'MATCH p = (a)-[:PART_OF]->(b) RETURN length(p) AS steps',
  ])('finds nothing in: %s', (statement) => expect(lintCypher(statement)).toEqual([]))

  it.each(
    (Object.keys(FOLDERS) as Folder[]).flatMap((folder) =>
      queriesIn(folder).map(({ file, statement }) => ({ file, statement })),
    ),
  )('finds nothing in queries/$file', ({ statement }) => expect(lintCypher(statement)).toEqual([]))

  it('warns a user in one line that names the rule and offers Neo4j', () => {
    expect(embeddedWarnings('MATCH (n) RETURN n LIMIT 5')).toEqual([
      expect.stringMatching(/^提示：第 20 个字符处，.*先 ORDER BY.*Neo4j.*\[order-before-limit\]$/),
    ])
  })

  it.each(CYPHER_RULES.map(({ rule }) => rule))('has advice in Chinese for %s', (rule) =>
    expect(adviceFor(rule)).toMatch(/\p{Script=Han}/u),
  )
})

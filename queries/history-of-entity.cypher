// history-of-entity
// 中文：某个项目、指标或任务，每一版规划是怎么说的？逐版列出陈述、数值、阶段、力度、原文，以及它修订的前一条陈述。
// English: What has every revision said of a project, an indicator or a commitment? Statements with figure, phase, strength, quote, and the statement that each revises.
// Parameters:
//   $thing: string. An id, name or alias, or a commitment's text.
// Columns:
//   plan: string
//   ordinal: integer. The revision's place in the order of edition.
//   revision: string
//   inForce: boolean
//   subject: string
//   relation: string
//   object: string
//   comparator: string
//   value: number
//   max: number
//   unit: string
//   year: integer
//   phase: string
//   strength: string
//   quote: string
//   section: string
//   statement: string
//   revises: list of strings. Ids of the statements of the nearest older revision under the same key.
MATCH (a)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(b)
WHERE a.id = $thing OR a.name = $thing OR a.text = $thing OR $thing IN a.aliases
   OR b.id = $thing OR b.name = $thing OR b.text = $thing OR $thing IN b.aliases
MATCH (p:Plan)-[:HAS_REVISION]->(v:Revision {id: s.revision})
WHERE v.status = 'committed'
MATCH (s)-[e:QUOTED_FROM {part: 'clause'}]->(section:Section)
RETURN p.title AS plan, v.ordinal AS ordinal, v.id AS revision, s.inForce AS inForce,
       coalesce(a.name, a.title, a.text, a.id) AS subject, s.predicate AS relation,
       coalesce(b.name, b.text, b.id) AS object, coalesce(b.comparator, a.comparator) AS comparator,
       coalesce(b.value, a.value) AS value, coalesce(b.max, a.max) AS max, coalesce(b.unit, a.unit) AS unit,
       coalesce(b.year, a.year) AS year, coalesce(a.phase, b.phase) AS phase,
       coalesce(a.strength, b.strength) AS strength, e.quote AS quote, section.path AS section,
       s.id AS statement, [(s)-[:REVISES]->(older:Statement) | older.id] AS revises
ORDER BY plan, ordinal, relation, subject, object, statement, e.start

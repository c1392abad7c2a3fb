// project-card
// 中文：一个项目的全貌：类别、阶段，以及关于它的每一条在效力中的陈述和原文。
// English: A project's card: category, phase, and every statement in force about it with its quote.
// Parameters:
//   $project: string. An id, name, alias or pinyin; where none is equal, names that contain it.
// Columns:
//   project: string
//   aliases: list of strings
//   category: string or null
//   phase: string or null
//   howMany: integer or null
//   relation: string or null. The statement's predicate; null where the text only mentions the project.
//   direction: string or null. out: the project is the subject; in: it is the object.
//   other: string or null. The other end's name, or a commitment's text.
//   role: string or null. lead, support.
//   basis: string or null
//   quote: string or null
//   part: string or null. clause, heading.
//   section: string or null. Where the quote stands.
//   quoteStart: integer or null. Code points into the revision's text.
//   quoteEnd: integer or null
//   statement: string or null
//   doubt: integer or null. 0 stated, 1 inherited, 2 inferred; of one relation the surer come first.
MATCH (x:Project)
WHERE (x.id = $project
       OR x.name CONTAINS $project
       OR any(a IN x.aliases WHERE a CONTAINS $project)
       OR toLower($project) IN x.pinyin)
  AND (EXISTS { MATCH (x)<-[:SUBJECT|OBJECT]-(:Statement {inForce: true}) }
       OR EXISTS { MATCH (x)-[:MENTIONED_IN]->(m:Section) MATCH (:Revision {id: m.revision, inForce: true}) })
WITH x.id AS id, CASE
    WHEN x.id = $project OR x.name = $project OR $project IN x.aliases THEN 0
    WHEN toLower($project) IN x.pinyin THEN 1
    ELSE 2
  END AS distance
WITH collect({id: id, distance: distance}) AS found, min(distance) AS nearest
UNWIND [y IN found WHERE y.distance = nearest | y.id] AS id
MATCH (x:Project {id: id})
OPTIONAL MATCH (x)<-[d:SUBJECT|OBJECT]-(s:Statement {inForce: true})
OPTIONAL MATCH (s)-[o:SUBJECT|OBJECT]->(other) WHERE type(o) <> type(d)
OPTIONAL MATCH (s)-[e:QUOTED_FROM]->(section:Section)
RETURN x.name AS project, x.aliases AS aliases, x.category AS category, x.phase AS phase, x.count AS howMany,
       s.predicate AS relation,
       CASE WHEN d IS NULL THEN null WHEN type(d) = 'SUBJECT' THEN 'out' ELSE 'in' END AS direction,
       coalesce(other.name, other.text) AS other, s.role AS role, s.basis AS basis,
       e.quote AS quote, e.part AS part, section.path AS section, e.start AS quoteStart, e.end AS quoteEnd,
       s.id AS statement, CASE s.basis WHEN 'stated' THEN 0 WHEN 'inherited' THEN 1 WHEN 'inferred' THEN 2 ELSE null END AS doubt
ORDER BY project, relation, direction, doubt, other, statement, part, quoteStart

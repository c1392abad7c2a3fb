// projects-serving-place
// 中文：哪些项目服务于、位于或连接某地？地名可写全称、简称或拼音；含其所辖各处（PART_OF，至多四层）。
// English: Which projects serve, stand in or connect a place, by any name, alias or pinyin, with all that is part of it (at most four steps)?
// Parameters:
//   $place: string. An id or whole name; else all names and aliases that begin with it; else equal pinyin (Puli, pu li, pl); else pinyin that begins with it.
//   $category: string or null. railway, road, reservoir, …; null for all.
//   $phase: string or null. study, plan, strive, start, advance, complete; null for all.
// Columns:
//   project: string
//   phase: string or null. study, plan, strive, start, advance, complete.
//   howMany: integer or null. How many it stands for, where the text says so.
//   how: string. SERVES, LOCATED_IN or CONNECTS.
//   place: string. The place as the text has it: the one asked for, or a part of it.
//   asked: list of strings. The places meant by $place that this place is, or is part of.
//   basis: list of strings. stated, inherited, inferred.
//   evidence: list of maps {quote, part, section, start, end, statement, plan}, clauses before headings.
MATCH (p:Place)
WHERE p.id = $place
   OR p.name STARTS WITH $place
   OR any(a IN p.aliases WHERE a STARTS WITH $place)
   OR any(y IN p.pinyin WHERE y STARTS WITH toLower($place))
WITH p.id AS id, CASE
    WHEN p.id = $place OR p.name = $place THEN 0
    WHEN p.name STARTS WITH $place OR any(a IN p.aliases WHERE a STARTS WITH $place) THEN 1
    WHEN toLower($place) IN p.pinyin THEN 2
    ELSE 3
  END AS distance
WITH collect({id: id, distance: distance}) AS found, min(distance) AS nearest
UNWIND [x IN found WHERE x.distance = nearest | x.id] AS id
MATCH (p:Place {id: id})
MATCH (at:Place)-[:PART_OF*0..4]->(p)
WITH DISTINCT at, p.name AS asked
ORDER BY asked
WITH at, collect(asked) AS asked
MATCH (x:Project)-[r:SERVES|LOCATED_IN|CONNECTS]->(at)
WHERE ($category IS NULL OR x.category = $category)
  AND ($phase IS NULL OR x.phase = $phase)
UNWIND r.statements AS statementId
MATCH (s:Statement {id: statementId})-[e:QUOTED_FROM]->(section:Section)
MATCH (plan:Plan)-[:HAS_REVISION]->(:Revision {id: s.revision})
WITH x, type(r) AS how, at, asked, s, e, section, plan
ORDER BY e.part, e.start, e.end, s.id
WITH x.name AS project, x.phase AS phase, x.count AS howMany, how, at.name AS place, asked,
     collect(DISTINCT s.basis) AS basis,
     collect({quote: e.quote, part: e.part, section: section.path, start: e.start, end: e.end,
              statement: s.id, plan: plan.title}) AS evidence
RETURN project, phase, howMany, how, place, asked, basis, evidence
ORDER BY how DESC, place, project

// projects-by-category-and-phase
// 中文：某类别、某阶段的项目有哪些？服务于哪里？也可问整个辖区的全部项目。
// English: Which projects are there of a category and a phase, and which places do they serve?
// Parameters:
//   $category: string or null. railway, road, reservoir, power, ecology, housing, …; null for all.
//   $phase: string or null. study, plan, strive, start, advance, complete; null for all.
//   $jurisdiction: string or null. Only projects of this jurisdiction, as a path (重庆市/开州区), or at its place; null for all.
// Columns:
//   project: string
//   category: string or null
//   phase: string or null
//   howMany: integer or null
//   places: list of strings. Served, located in or connected.
//   quote: string or null. The first clause in force that speaks of it.
//   section: string or null
//   statements: integer. How many statements in force have it as subject or object.
MATCH (x:Project)
WHERE ($category IS NULL OR x.category = $category)
  AND ($phase IS NULL OR x.phase = $phase)
  AND ($jurisdiction IS NULL OR x.scope = $jurisdiction OR x.scope STARTS WITH $jurisdiction + '/'
       OR EXISTS { MATCH (x)-[:SERVES|LOCATED_IN|CONNECTS]->(at:Place) WHERE at.id = 'place:' + $jurisdiction })
  AND (EXISTS { MATCH (x)<-[:SUBJECT|OBJECT]-(:Statement {inForce: true}) }
       OR EXISTS { MATCH (x)-[:MENTIONED_IN]->(m:Section) MATCH (:Revision {id: m.revision, inForce: true}) })
OPTIONAL MATCH (x)-[:SERVES|LOCATED_IN|CONNECTS]->(p:Place)
WITH x, p.name AS place
ORDER BY place
WITH x, collect(DISTINCT place) AS places
OPTIONAL MATCH (x)<-[:SUBJECT|OBJECT]-(s:Statement {inForce: true})-[e:QUOTED_FROM {part: 'clause'}]->(section:Section)
WITH x, places, s, e, section
ORDER BY e.start, e.end, s.id
WITH x, places, count(DISTINCT s) AS statements, collect(e.quote) AS quotes, collect(section.path) AS paths
RETURN x.name AS project, x.category AS category, x.phase AS phase, x.count AS howMany, places,
       quotes[0] AS quote, paths[0] AS section, statements
ORDER BY category, phase, project

// indicators-by-year
// 中文：有哪些指标和目标值？可按指标、年份、地方筛选。
// English: Which indicators and targets are there, by year, indicator and place?
// Parameters:
//   $indicator: string or null. Part of the indicator's name or alias; null for all.
//   $from: integer or null. First year; with $to it also leaves out figures that have no year.
//   $to: integer or null. Last year.
//   $place: string or null. An id, name, alias or pinyin of the place the figure is for; null for all.
//   $jurisdiction: string or null. Only plans of it, as a path (重庆市/开州区), or of places within it; null for all.
// Columns:
//   indicator: string
//   year: integer or null
//   kind: string. target, baseline, historic.
//   comparator: string. =, >=, <=, >, <, range, change, about.
//   value: number
//   max: number or null. The range's other end.
//   unit: string. As written.
//   nature: string or null. 预期性 or 约束性.
//   place: string or null
//   quote: string. The clause that gives the number.
//   section: string
//   quoteStart: integer
//   quoteEnd: integer
//   statement: string
//   plan: string. Title of the plan.
MATCH (i:Indicator)-[h:HAS_TARGET]->(t:Target)
WHERE ($indicator IS NULL OR i.id = $indicator OR i.name CONTAINS $indicator
       OR any(a IN i.aliases WHERE a CONTAINS $indicator) OR toLower($indicator) IN i.pinyin)
  AND ($from IS NULL OR t.year >= $from)
  AND ($to IS NULL OR t.year <= $to)
OPTIONAL MATCH (t)-[:FOR]->(p:Place)
WITH i, h, t, p
WHERE $place IS NULL OR p.id = $place OR p.name = $place OR $place IN p.aliases
   OR toLower($place) IN p.pinyin
UNWIND h.statements AS statementId
MATCH (s:Statement {id: statementId})-[e:QUOTED_FROM {part: 'clause'}]->(section:Section)
MATCH (plan:Plan)-[:HAS_REVISION]->(:Revision {id: s.revision})
WHERE $jurisdiction IS NULL OR plan.jurisdiction = $jurisdiction OR plan.jurisdiction STARTS WITH $jurisdiction + '/'
RETURN i.name AS indicator, t.year AS year, t.kind AS kind, t.comparator AS comparator, t.value AS value,
       t.max AS max, t.unit AS unit, t.nature AS nature, p.name AS place,
       e.quote AS quote, section.path AS section, e.start AS quoteStart, e.end AS quoteEnd, s.id AS statement,
       plan.title AS plan
ORDER BY indicator, place, year, kind, value, statement, quoteStart

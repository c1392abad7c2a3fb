// town-card
// 中文：一个镇、乡、街道或其他地方的全貌：归属、职能、等级、指标、项目，每条附原文。
// English: A town's (or any place's) card: what it is part of, its function, level, targets and projects, each with its quote.
// Parameters:
//   $place: string. An id, name, alias or pinyin; where none is equal, names that begin with it.
// Columns:
//   place: string
//   kind: string or null. town, township, subdistrict, county, city, province, village, zone, water, mountain, other.
//   aliases: list of strings
//   relation: string or null. The statement's predicate; null where the text only mentions the place.
//   direction: string or null. out: the place is the subject; in: it is the object.
//   other: string or null. The other end: an entity, a commitment's text, or the indicator whose target it is.
//   value: number or null. For a target; with max, comparator, unit and year.
//   max: number or null
//   comparator: string or null
//   unit: string or null
//   year: integer or null
//   kindOfFigure: string or null. target, baseline, historic.
//   basis: string or null
//   quote: string or null
//   part: string or null. clause, heading.
//   section: string or null
//   quoteStart: integer or null
//   quoteEnd: integer or null
//   statement: string or null
MATCH (p:Place)
WHERE (p.id = $place
       OR p.name STARTS WITH $place
       OR any(a IN p.aliases WHERE a STARTS WITH $place)
       OR any(y IN p.pinyin WHERE y STARTS WITH toLower($place)))
  AND (EXISTS { MATCH (p)<-[:SUBJECT|OBJECT]-(:Statement {inForce: true}) }
       OR EXISTS { MATCH (p)-[:MENTIONED_IN]->(m:Section) MATCH (:Revision {id: m.revision, inForce: true}) })
WITH p.id AS id, CASE
    WHEN p.id = $place OR p.name = $place OR $place IN p.aliases THEN 0
    WHEN toLower($place) IN p.pinyin THEN 1
    ELSE 2
  END AS distance
WITH collect({id: id, distance: distance}) AS found, min(distance) AS nearest
UNWIND [x IN found WHERE x.distance = nearest | x.id] AS id
MATCH (p:Place {id: id})
OPTIONAL MATCH (p)<-[d:SUBJECT|OBJECT]-(s:Statement {inForce: true})
OPTIONAL MATCH (s)-[o:SUBJECT|OBJECT]->(other) WHERE type(o) <> type(d)
OPTIONAL MATCH (indicator:Indicator)-[:HAS_TARGET]->(other)
OPTIONAL MATCH (s)-[e:QUOTED_FROM]->(section:Section)
RETURN p.name AS place, p.kind AS kind, p.aliases AS aliases, s.predicate AS relation,
       CASE WHEN d IS NULL THEN null WHEN type(d) = 'SUBJECT' THEN 'out' ELSE 'in' END AS direction,
       coalesce(indicator.name, other.name, other.text) AS other,
       other.value AS value, other.max AS max, other.comparator AS comparator,
       CASE WHEN indicator IS NULL THEN null ELSE other.unit END AS unit,
       other.year AS year,
       CASE WHEN indicator IS NULL THEN null ELSE other.kind END AS kindOfFigure,
       s.basis AS basis, e.quote AS quote, e.part AS part, section.path AS section,
       e.start AS quoteStart, e.end AS quoteEnd, s.id AS statement
ORDER BY place, relation, direction, other, statement, part, quoteStart

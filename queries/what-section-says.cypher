// what-section-says
// 中文：某章、节或专栏说了什么？逐段列出原文和由它得出的陈述（在效力中的版本）。
// English: What does a chapter, section or box say? Its paragraphs, each with the statements drawn from it (revisions in force).
// Parameters:
//   $section: string. An id, a number (第三章, 专栏6) or part of a title.
//   $jurisdiction: string or null. Only plans of it, as a path (重庆市/开州区), or of places within it; null for all.
// Columns:
//   section: string. The path of the section asked for.
//   text: string. The paragraph, heading line or table row, verbatim.
//   textStart: integer. Where it starts, in code points.
//   subject: string or null. Null where nothing was drawn from it; for a target its indicator.
//   relation: string or null
//   object: string or null. Null where it is a target: its figure stands in the next columns.
//   comparator: string or null
//   value: number or null
//   max: number or null
//   unit: string or null
//   year: integer or null
//   basis: string or null
//   part: string or null. clause, heading.
//   quote: string or null
//   quoteStart: integer or null
//   quoteEnd: integer or null
//   statement: string or null
//   plan: string. Title of the plan.
MATCH (top:Section)
WHERE (top.id = $section OR top.number = $section OR top.title CONTAINS $section)
MATCH (plan:Plan)-[:HAS_REVISION]->(:Revision {id: top.revision, inForce: true})
WHERE $jurisdiction IS NULL OR plan.jurisdiction = $jurisdiction OR plan.jurisdiction STARTS WITH $jurisdiction + '/'
MATCH (top)-[:HAS_SECTION*0..8]->(leaf:Section)
WHERE NOT EXISTS { MATCH (leaf)-[:HAS_SECTION]->(:Section) }
OPTIONAL MATCH (leaf)<-[e:QUOTED_FROM]-(s:Statement {inForce: true})
OPTIONAL MATCH (s)-[:SUBJECT]->(a)
OPTIONAL MATCH (s)-[:OBJECT]->(b)
OPTIONAL MATCH (i:Indicator)-[:HAS_TARGET]->(a)
RETURN top.path AS section, leaf.text AS text, leaf.start AS textStart,
       coalesce(i.name, a.name, a.title, a.text) AS subject, s.predicate AS relation,
       coalesce(b.name, b.text) AS object,
       coalesce(a.comparator, b.comparator) AS comparator, coalesce(a.value, b.value) AS value,
       coalesce(a.max, b.max) AS max,
       CASE WHEN a:Target THEN a.unit WHEN b:Target THEN b.unit ELSE null END AS unit,
       coalesce(a.year, b.year) AS year, s.basis AS basis, e.part AS part, e.quote AS quote,
       e.start AS quoteStart, e.end AS quoteEnd, s.id AS statement,
       plan.title AS plan
ORDER BY plan, section, textStart, quoteStart, quoteEnd, statement, part

// evidence-of-relationship
// 中文：某条关系的依据是什么？列出每条陈述、规则、原文和所在章节，含已失效版本的。
// English: What is the evidence of a relationship? Every statement, rule, quote and section, also of revisions no longer in force.
// Parameters:
//   $from: string. The subject: an id, name or alias, or a plan's title.
//   $relation: string or null. SERVES, LOCATED_IN, PART_OF, …; null for any.
//   $to: string or null. The object: an id, name or alias, or a commitment's text; null for any.
// Columns:
//   subject: string
//   relation: string
//   object: string
//   revision: string
//   inForce: boolean
//   basis: string
//   rule: string. The rule that found it.
//   confidence: number
//   part: string. clause, heading.
//   quote: string
//   section: string
//   quoteStart: integer
//   quoteEnd: integer
//   statement: string
//   doubt: integer. 0 stated, 1 inherited, 2 inferred; of one relation the surer come first.
MATCH (a)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(b)
WHERE (a.id = $from OR a.name = $from OR a.title = $from OR a.text = $from OR $from IN a.aliases)
  AND ($relation IS NULL OR s.predicate = $relation)
  AND ($to IS NULL OR b.id = $to OR b.name = $to OR b.text = $to OR $to IN b.aliases)
MATCH (s)-[e:QUOTED_FROM]->(section:Section)
RETURN coalesce(a.name, a.title, a.text, a.id) AS subject, s.predicate AS relation,
       coalesce(b.name, b.text, b.id) AS object, s.revision AS revision, s.inForce AS inForce,
       s.basis AS basis, s.rule AS rule, s.confidence AS confidence, e.part AS part, e.quote AS quote,
       section.path AS section, e.start AS quoteStart, e.end AS quoteEnd, s.id AS statement,
       CASE s.basis WHEN 'stated' THEN 0 WHEN 'inherited' THEN 1 ELSE 2 END AS doubt
ORDER BY inForce DESC, relation, doubt, object, statement, part, quoteStart

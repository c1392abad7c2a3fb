// documents-cited
// 中文：规划引用了哪些文件？
// English: Which documents does a plan cite?
// Parameters:
//   $plan: string or null. A plan's id or part of its title; null for all.
//   $document: string or null. Part of the document's name or alias; null for all.
//   $jurisdiction: string or null. Only plans of it, as a path (重庆市/开州区), or of places within it; null for all.
// Columns:
//   document: string
//   plan: string. Title of the plan that cites it.
//   quote: string
//   section: string
//   quoteStart: integer
//   quoteEnd: integer
//   statement: string
MATCH (plan:Plan)-[r:CITES]->(d:Document)
WHERE ($jurisdiction IS NULL OR plan.jurisdiction = $jurisdiction OR plan.jurisdiction STARTS WITH $jurisdiction + '/')
  AND ($plan IS NULL OR plan.id = $plan OR plan.title CONTAINS $plan)
  AND ($document IS NULL OR d.id = $document OR d.name CONTAINS $document
       OR any(a IN d.aliases WHERE a CONTAINS $document))
UNWIND r.statements AS statementId
MATCH (s:Statement {id: statementId})-[e:QUOTED_FROM {part: 'clause'}]->(section:Section)
RETURN d.name AS document, plan.title AS plan, e.quote AS quote, section.path AS section,
       e.start AS quoteStart, e.end AS quoteEnd, s.id AS statement
ORDER BY document, plan, quoteStart, statement

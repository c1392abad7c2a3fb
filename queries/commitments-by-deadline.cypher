// commitments-by-deadline
// 中文：某段时间内到期的任务和项目有哪些？由谁负责？
// English: Which commitments and projects fall due in a span of time, and who answers for them?
// Parameters:
//   $from: string or null. ISO date; the deadline ends on it or later.
//   $to: string or null. ISO date; the deadline ends on it or earlier.
//   $place: string or null. An id, name or alias of a place that it concerns, serves or stands in; null for all.
//   $jurisdiction: string or null. Only plans of it, as a path (重庆市/开州区), or of places within it; null for all.
// Columns:
//   deadline: string
//   firstDay: string. ISO date.
//   lastDay: string. ISO date.
//   kind: string. Commitment or Project.
//   task: string. The commitment's text or the project's name.
//   phase: string or null
//   concerns: list of strings. What a commitment is about.
//   departments: list of strings. Those that the text names.
//   inferredDepartments: list of strings. Others, by the duties catalogue; the text does not name them.
//   quote: string
//   section: string
//   quoteStart: integer
//   quoteEnd: integer
//   statement: string
//   plan: string. Title of the plan.
MATCH (x)-[r:DUE]->(d:Deadline)
WHERE (x:Commitment OR x:Project)
  AND ($from IS NULL OR d.end >= $from)
  AND ($to IS NULL OR d.end <= $to)
  AND ($place IS NULL OR EXISTS {
    MATCH (x)-[:CONCERNS|SERVES|LOCATED_IN|CONNECTS]->(p:Place)
    WHERE p.id = $place OR p.name = $place OR $place IN p.aliases
  })
OPTIONAL MATCH (x)-[:CONCERNS]->(c:Entity)
WITH x, r, d, c.name AS concern
ORDER BY concern
WITH x, r, d, collect(DISTINCT concern) AS concerns
OPTIONAL MATCH (body:Department)-[duty:RESPONSIBLE_FOR]->(x)
WITH x, r, d, concerns, body.name AS department,
     CASE WHEN duty.basis = 'inferred' THEN null ELSE body.name END AS named
ORDER BY department
WITH x, r, d, concerns, collect(DISTINCT department) AS bodies, collect(DISTINCT named) AS departments
WITH x, r, d, concerns, departments, [body IN bodies WHERE NOT body IN departments] AS inferredDepartments
UNWIND r.statements AS statementId
MATCH (s:Statement {id: statementId})-[e:QUOTED_FROM {part: 'clause'}]->(section:Section)
MATCH (plan:Plan)-[:HAS_REVISION]->(:Revision {id: s.revision})
WHERE $jurisdiction IS NULL OR plan.jurisdiction = $jurisdiction OR plan.jurisdiction STARTS WITH $jurisdiction + '/'
RETURN d.name AS deadline, d.start AS firstDay, d.end AS lastDay,
       CASE WHEN x:Commitment THEN 'Commitment' ELSE 'Project' END AS kind,
       coalesce(x.name, x.text) AS task, x.phase AS phase, concerns, departments, inferredDepartments,
       e.quote AS quote, section.path AS section, e.start AS quoteStart, e.end AS quoteEnd,
       s.id AS statement, plan.title AS plan
ORDER BY lastDay, firstDay, deadline, kind, quoteStart, task, statement

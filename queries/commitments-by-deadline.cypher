// commitments-by-deadline
// 中文：某段时间内到期的任务和项目有哪些？由谁负责？
// English: Which commitments and projects fall due in a span of time, and who answers for them?
// Parameters:
//   $from: string or null. ISO date; the deadline ends on it or later.
//   $to: string or null. ISO date; the deadline ends on it or earlier.
// Columns:
//   deadline: string
//   firstDay: string. ISO date.
//   lastDay: string. ISO date.
//   kind: string. Commitment or Project.
//   task: string. The commitment's text or the project's name.
//   phase: string or null
//   concerns: list of strings. What a commitment is about.
//   departments: list of strings
//   quote: string
//   section: string
//   quoteStart: integer
//   quoteEnd: integer
//   statement: string
MATCH (x)-[r:DUE]->(d:Deadline)
WHERE (x:Commitment OR x:Project)
  AND ($from IS NULL OR d.end >= $from)
  AND ($to IS NULL OR d.end <= $to)
OPTIONAL MATCH (x)-[:CONCERNS]->(c:Entity)
WITH x, r, d, c.name AS concern
ORDER BY concern
WITH x, r, d, collect(DISTINCT concern) AS concerns
OPTIONAL MATCH (body:Department)-[:RESPONSIBLE_FOR]->(x)
WITH x, r, d, concerns, body.name AS department
ORDER BY department
WITH x, r, d, concerns, collect(DISTINCT department) AS departments
UNWIND r.statements AS statementId
MATCH (s:Statement {id: statementId})-[e:QUOTED_FROM {part: 'clause'}]->(section:Section)
RETURN d.name AS deadline, d.start AS firstDay, d.end AS lastDay,
       CASE WHEN x:Commitment THEN 'Commitment' ELSE 'Project' END AS kind,
       coalesce(x.name, x.text) AS task, x.phase AS phase, concerns, departments,
       e.quote AS quote, section.path AS section, e.start AS quoteStart, e.end AS quoteEnd,
       s.id AS statement
ORDER BY lastDay, firstDay, deadline, kind, quoteStart, task, statement

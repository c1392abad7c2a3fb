// commitments-by-department
// 中文：某部门牵头、配合哪些任务和项目？是原文写明还是由职责目录推定？
// English: Which commitments and projects does a department lead or support, as stated or as inferred from the duties catalogue?
// Parameters:
//   $departments: list of strings or null. Ids, names or aliases; null for all.
//   $role: string or null. lead or support.
//   $place: string or null. An id, name or alias of a place that the task concerns, serves or stands in; null for all.
//   $jurisdiction: string or null. Only plans of it, as a path (重庆市/开州区), or of places within it; null for all.
// Columns:
//   department: string
//   role: string or null
//   basis: string. stated, inherited (both from the text, and first), inferred (from the duties catalogue, not said by the text).
//   kind: string. Commitment or Project.
//   task: string. The commitment's text or the project's name.
//   phase: string or null
//   due: list of strings. Names of deadlines.
//   quote: string
//   part: string. clause, heading.
//   section: string
//   quoteStart: integer
//   quoteEnd: integer
//   statement: string
//   plan: string. Title of the plan.
MATCH (d:Department)-[r:RESPONSIBLE_FOR]->(x)
WHERE ($departments IS NULL OR d.id IN $departments OR d.name IN $departments
       OR any(a IN d.aliases WHERE a IN $departments))
  AND ($role IS NULL OR r.role = $role)
  AND ($place IS NULL OR EXISTS {
    MATCH (x)-[:CONCERNS|SERVES|LOCATED_IN|CONNECTS]->(p:Place)
    WHERE p.id = $place OR p.name = $place OR $place IN p.aliases
  })
OPTIONAL MATCH (x)-[:DUE]->(deadline:Deadline)
WITH d, r, x, deadline.name AS due
ORDER BY due
WITH d, r, x, collect(DISTINCT due) AS due
UNWIND r.statements AS statementId
MATCH (s:Statement {id: statementId})-[e:QUOTED_FROM]->(section:Section)
MATCH (plan:Plan)-[:HAS_REVISION]->(:Revision {id: s.revision})
WHERE $jurisdiction IS NULL OR plan.jurisdiction = $jurisdiction OR plan.jurisdiction STARTS WITH $jurisdiction + '/'
WITH d, r, x, due, s, e, section, plan,
     CASE s.basis WHEN 'stated' THEN 0 WHEN 'inherited' THEN 1 ELSE 2 END AS doubt
RETURN d.name AS department, r.role AS role, s.basis AS basis,
       CASE WHEN x:Commitment THEN 'Commitment' ELSE 'Project' END AS kind,
       coalesce(x.name, x.text) AS task, x.phase AS phase, due,
       e.quote AS quote, e.part AS part, section.path AS section, e.start AS quoteStart, e.end AS quoteEnd,
       s.id AS statement, plan.title AS plan
ORDER BY doubt, department, role, kind, quoteStart, task, statement, part

// commitments-by-department
// 中文：某部门牵头、配合哪些任务和项目？是原文写明还是由职责目录推断？
// English: Which commitments and projects does a department lead or support, as stated or as inferred from the duties catalogue?
// Parameters:
//   $department: string or null. An id, pinyin, or part of the name or alias; null for all.
//   $role: string or null. lead or support.
// Columns:
//   department: string
//   role: string or null
//   basis: string. stated, inherited, inferred.
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
MATCH (d:Department)-[r:RESPONSIBLE_FOR]->(x)
WHERE ($department IS NULL OR d.id = $department OR d.name CONTAINS $department
       OR any(a IN d.aliases WHERE a CONTAINS $department) OR toLower($department) IN d.pinyin)
  AND ($role IS NULL OR r.role = $role)
OPTIONAL MATCH (x)-[:DUE]->(deadline:Deadline)
WITH d, r, x, deadline.name AS due
ORDER BY due
WITH d, r, x, collect(DISTINCT due) AS due
UNWIND r.statements AS statementId
MATCH (s:Statement {id: statementId})-[e:QUOTED_FROM]->(section:Section)
RETURN d.name AS department, r.role AS role, s.basis AS basis,
       CASE WHEN x:Commitment THEN 'Commitment' ELSE 'Project' END AS kind,
       coalesce(x.name, x.text) AS task, x.phase AS phase, due,
       e.quote AS quote, e.part AS part, section.path AS section, e.start AS quoteStart, e.end AS quoteEnd,
       s.id AS statement
ORDER BY department, role, kind, quoteStart, task, statement, part

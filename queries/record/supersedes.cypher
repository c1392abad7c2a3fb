// supersedes
// English: What supersedes what in one plan.
// Parameters:
//   $plan: string.
// Columns: set, id, from, to
MATCH (p:Plan {id: $plan})-[:HAS_REVISION]->(a:Revision)-[x:SUPERSEDES]->(b:Revision)
RETURN x {.*} AS set, x.id AS id, a.id AS from, b.id AS to
ORDER BY x.id

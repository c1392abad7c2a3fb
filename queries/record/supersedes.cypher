// supersedes
// English: What supersedes what in one plan.
// Parameters:
//   $plan: string.
// Columns: props, id, from, to
MATCH (p:Plan {id: $plan})-[:HAS_REVISION]->(a:Revision)-[x:SUPERSEDES]->(b:Revision)
RETURN x {.*} AS props, x.id AS id, a.id AS from, b.id AS to
ORDER BY x.id

// plan-links
// English: How a revision is linked to its plan, with what it says of the plan.
// Parameters:
//   $revision: string.
// Columns: id, from, to, props
MATCH (a:Plan)-[x:HAS_REVISION]->(b:Revision {id: $revision})
RETURN x.id AS id, a.id AS from, b.id AS to, x {.*} AS props

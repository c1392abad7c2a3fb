// objects
// English: The objects of a revision's statements.
// Parameters:
//   $revision: string.
// Columns: id, from, to, props
MATCH (a:Statement {revision: $revision})-[x:OBJECT]->(b)
RETURN x.id AS id, a.id AS from, b.id AS to, x {.*} AS props

// subjects
// English: The subjects of a revision's statements.
// Parameters:
//   $revision: string.
// Columns: id, from, to, props
MATCH (a:Statement {revision: $revision})-[x:SUBJECT]->(b)
RETURN x.id AS id, a.id AS from, b.id AS to, x {.*} AS props

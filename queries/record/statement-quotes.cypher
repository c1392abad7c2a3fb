// statement-quotes
// English: The evidence of a revision's statements.
// Parameters:
//   $revision: string.
// Columns: id, from, to, props
MATCH (a:Statement {revision: $revision})-[x:QUOTED_FROM]->(b:Section)
RETURN x.id AS id, a.id AS from, b.id AS to, x {.*} AS props

// statements
// English: The statements of a revision.
// Parameters:
//   $revision: string.
// Columns: id, props
MATCH (n:Statement {revision: $revision})
RETURN n.id AS id, n {.*} AS props

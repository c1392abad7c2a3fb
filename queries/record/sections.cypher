// sections
// English: The sections of a revision.
// Parameters:
//   $revision: string.
// Columns: id, props
MATCH (n:Section {revision: $revision})
RETURN n.id AS id, n {.*} AS props

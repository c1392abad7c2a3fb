// sections
// English: The sections of a revision.
// Parameters:
//   $revision: string.
// Columns: id, set
MATCH (n:Section {revision: $revision})
RETURN n.id AS id, n {.*} AS set

// commitments
// English: The commitments of a revision.
// Parameters:
//   $revision: string.
// Columns: id, props
MATCH (n:Commitment {revision: $revision})
RETURN n.id AS id, n {.*} AS props

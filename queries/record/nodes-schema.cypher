// nodes-schema
// English: Schema nodes by id, whole.
// Parameters:
//   $ids: list of strings.
// Columns: labels, properties
MATCH (n:Schema)
WHERE n.id IN $ids
RETURN labels(n) AS labels, n {.*} AS properties

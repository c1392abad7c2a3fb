// nodes-revision
// English: Revision nodes by id, whole.
// Parameters:
//   $ids: list of strings.
// Columns: labels, properties
MATCH (n:Revision)
WHERE n.id IN $ids
RETURN labels(n) AS labels, n {.*} AS properties

// nodes-any
// English: Nodes of whatever label by id, whole; reads every node.
// Parameters:
//   $ids: list of strings.
// Columns: labels, properties
MATCH (n)
WHERE n.id IN $ids
RETURN labels(n) AS labels, n {.*} AS properties

// node-ids
// English: The id and labels of every node.
// Columns: id, labels
MATCH (n)
WHERE n.id IS NOT NULL
RETURN n.id AS id, labels(n) AS labels

// node-ids
// English: The id and labels of every node, and whether what it says is in force.
// Columns: id, labels, inForce
MATCH (n)
WHERE n.id IS NOT NULL
RETURN n.id AS id, labels(n) AS labels, n.inForce AS inForce

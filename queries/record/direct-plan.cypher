// direct-plan
// English: Direct relationships that start from given plan nodes.
// Parameters:
//   $ids: list of strings.
// Columns: id, type, from, to, statements
MATCH (a:Plan)-[x]->(b)
WHERE a.id IN $ids AND x.statements IS NOT NULL
RETURN x.id AS id, type(x) AS type, a.id AS from, b.id AS to, x.statements AS statements

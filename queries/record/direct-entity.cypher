// direct-entity
// English: Direct relationships that start from given entity nodes.
// Parameters:
//   $ids: list of strings.
// Columns: id, type, from, to, statements
MATCH (a:Entity)-[x]->(b)
WHERE a.id IN $ids AND x.statements IS NOT NULL
RETURN x.id AS id, type(x) AS type, a.id AS from, b.id AS to, x.statements AS statements

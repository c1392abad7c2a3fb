// relationships
// English: Relationships of one type whose id starts with a prefix, whole.
// Parameters:
//   $type: string.
//   $prefix: string.
// Columns: type, properties, from, fromLabels, to, toLabels
MATCH (a)-[x]->(b)
WHERE type(x) = $type AND x.id STARTS WITH $prefix
RETURN type(x) AS type, x {.*} AS properties, a.id AS from, labels(a) AS fromLabels, b.id AS to, labels(b) AS toLabels

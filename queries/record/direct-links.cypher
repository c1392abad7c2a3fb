// direct-links
// English: Every relationship of the given types, with the statements behind it.
// Parameters:
//   $types: list of strings.
// Columns: id, type, from, fromLabels, to, toLabels, props
MATCH (a)-[x]->(b)
WHERE type(x) IN $types
RETURN x.id AS id, type(x) AS type, a.id AS from, labels(a) AS fromLabels, b.id AS to, labels(b) AS toLabels, x {.*} AS props

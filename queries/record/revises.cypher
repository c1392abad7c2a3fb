// revises
// English: Which of the given statements revise which.
// Parameters:
//   $ids: list of strings.
// Columns: id, from, to
MATCH (a:Statement)-[x:REVISES]->(b:Statement)
WHERE a.id IN $ids
RETURN x.id AS id, a.id AS from, b.id AS to

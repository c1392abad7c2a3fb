// succeeds
// English: Which plan succeeds which.
// Columns: id, from, to
MATCH (a:Plan)-[x:SUCCEEDS]->(b:Plan)
RETURN x.id AS id, a.id AS from, b.id AS to

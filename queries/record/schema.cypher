// schema
// English: The version of the schema of this store.
// Columns: id, version
MATCH (n:Schema)
RETURN n.id AS id, n.version AS version
ORDER BY id

// statement-id-index
// English: Finds Statement nodes by id; the embedded engine's constraint is no index. After the constraint (no-op on Neo4j).
CREATE INDEX statement_id_index IF NOT EXISTS FOR (n:Statement) ON (n.id)

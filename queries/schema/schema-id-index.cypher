// schema-id-index
// English: Finds Schema nodes by id; the embedded engine's constraint is no index. After the constraint (no-op on Neo4j).
CREATE INDEX schema_id_index IF NOT EXISTS FOR (n:Schema) ON (n.id)

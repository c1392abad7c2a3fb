// target-id-index
// English: Finds Target nodes by id; the embedded engine's constraint is no index. After the constraint (no-op on Neo4j).
CREATE INDEX target_id_index IF NOT EXISTS FOR (n:Target) ON (n.id)

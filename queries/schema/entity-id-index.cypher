// entity-id-index
// English: Finds Entity nodes by id; the embedded engine's constraint is no index. After the constraint (no-op on Neo4j).
CREATE INDEX entity_id_index IF NOT EXISTS FOR (n:Entity) ON (n.id)

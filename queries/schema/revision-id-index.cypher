// revision-id-index
// English: Finds Revision nodes by id; the embedded engine's constraint is no index. After the constraint (no-op on Neo4j).
CREATE INDEX revision_id_index IF NOT EXISTS FOR (n:Revision) ON (n.id)

// section-id-index
// English: Finds Section nodes by id; the embedded engine's constraint is no index. After the constraint (no-op on Neo4j).
CREATE INDEX section_id_index IF NOT EXISTS FOR (n:Section) ON (n.id)

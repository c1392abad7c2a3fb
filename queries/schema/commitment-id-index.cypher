// commitment-id-index
// English: Finds Commitment nodes by id; the embedded engine's constraint is no index. After the constraint (no-op on Neo4j).
CREATE INDEX commitment_id_index IF NOT EXISTS FOR (n:Commitment) ON (n.id)

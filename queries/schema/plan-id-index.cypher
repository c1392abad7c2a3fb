// plan-id-index
// English: Finds Plan nodes by id; the embedded engine's constraint is no index. After the constraint (no-op on Neo4j).
CREATE INDEX plan_id_index IF NOT EXISTS FOR (n:Plan) ON (n.id)

// statement-key-index
// English: Finds Statement nodes by key.
CREATE INDEX statement_key IF NOT EXISTS FOR (n:Statement) ON (n.key)

// statement-revision-index
// English: Finds Statement nodes by revision.
CREATE INDEX statement_revision IF NOT EXISTS FOR (n:Statement) ON (n.revision)

// statement-predicate-index
// English: Finds Statement nodes by predicate.
CREATE INDEX statement_predicate IF NOT EXISTS FOR (n:Statement) ON (n.predicate)

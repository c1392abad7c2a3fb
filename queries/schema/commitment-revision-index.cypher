// commitment-revision-index
// English: Finds Commitment nodes by revision.
CREATE INDEX commitment_revision IF NOT EXISTS FOR (n:Commitment) ON (n.revision)

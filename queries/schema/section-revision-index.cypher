// section-revision-index
// English: Finds Section nodes by revision.
CREATE INDEX section_revision IF NOT EXISTS FOR (n:Section) ON (n.revision)

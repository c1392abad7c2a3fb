// put-revision
// English: Writes revisions, or sets their properties; a null removes one.
// Parameters:
//   $rows: list of maps {id, props}.
UNWIND $rows AS r
MERGE (n:Revision {id: r.id})
SET n += r.props

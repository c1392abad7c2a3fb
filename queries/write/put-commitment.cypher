// put-commitment
// English: Writes commitments, or sets their properties; a null removes one.
// Parameters:
//   $rows: list of maps {id, props}.
UNWIND $rows AS r
MERGE (n:Commitment {id: r.id})
SET n += r.props

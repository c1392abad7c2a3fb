// put-section
// English: Writes sections, or sets their properties; a null removes one.
// Parameters:
//   $rows: list of maps {id, props}.
UNWIND $rows AS r
MERGE (n:Section {id: r.id})
SET n += r.props

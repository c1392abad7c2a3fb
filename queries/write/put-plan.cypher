// put-plan
// English: Writes plans, or sets their properties; a null removes one.
// Parameters:
//   $rows: list of maps {id, props}.
UNWIND $rows AS r
MERGE (n:Plan {id: r.id})
SET n += r.props

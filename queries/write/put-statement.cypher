// put-statement
// English: Writes statements, or sets their properties; a null removes one.
// Parameters:
//   $rows: list of maps {id, props}.
UNWIND $rows AS r
MERGE (n:Statement {id: r.id})
SET n += r.props

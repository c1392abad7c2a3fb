// put-schema
// English: Writes the version of the schema, or sets their properties; a null removes one.
// Parameters:
//   $rows: list of maps {id, props}.
UNWIND $rows AS r
MERGE (n:Schema {id: r.id})
SET n += r.props

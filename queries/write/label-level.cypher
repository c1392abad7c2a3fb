// label-level
// English: Labels entities as Level.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Entity {id: r.id})
SET n:Level

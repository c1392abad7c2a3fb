// label-project
// English: Labels entities as Project.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Entity {id: r.id})
SET n:Project

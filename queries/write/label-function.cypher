// label-function
// English: Labels entities as Function.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Entity {id: r.id})
SET n:Function

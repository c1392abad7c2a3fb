// label-place
// English: Labels entities as Place.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Entity {id: r.id})
SET n:Place

// label-town
// English: Labels entities as Town.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Entity {id: r.id})
SET n:Town

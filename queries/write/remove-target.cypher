// remove-target
// English: Removes target nodes with their relationships.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Target {id: r.id})
DETACH DELETE n

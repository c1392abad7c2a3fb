// remove-entity
// English: Removes entity nodes with their relationships.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Entity {id: r.id})
DETACH DELETE n

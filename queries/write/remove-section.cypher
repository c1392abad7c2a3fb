// remove-section
// English: Removes section nodes with their relationships.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Section {id: r.id})
DETACH DELETE n

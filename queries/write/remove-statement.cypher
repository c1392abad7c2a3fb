// remove-statement
// English: Removes statement nodes with their relationships.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Statement {id: r.id})
DETACH DELETE n

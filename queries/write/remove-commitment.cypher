// remove-commitment
// English: Removes commitment nodes with their relationships.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Commitment {id: r.id})
DETACH DELETE n

// put-statement
// English: Writes statements, or sets their properties; a null removes one. New ones are not in force; old ones stay as they are.
// Parameters:
//   $rows: list of maps {id, props}.
UNWIND $rows AS r
MERGE (n:Statement {id: r.id})
ON CREATE SET n.inForce = false
SET n += r.props

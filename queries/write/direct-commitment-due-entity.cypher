// direct-commitment-due-entity
// English: Writes the direct relationship Commitment DUE Entity with the statements in force behind it.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Commitment {id: r.from})
MATCH (b:Entity {id: r.to})
MERGE (a)-[x:DUE {id: r.id}]->(b)
SET x += r.props

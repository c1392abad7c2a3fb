// direct-commitment-concerns-entity
// English: Writes the direct relationship Commitment CONCERNS Entity with the statements in force behind it.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Commitment {id: r.from})
MATCH (b:Entity {id: r.to})
MERGE (a)-[x:CONCERNS {id: r.id}]->(b)
SET x += r.props

// direct-plan-cites-entity
// English: Writes the direct relationship Plan CITES Entity with the statements in force behind it.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Plan {id: r.from})
MATCH (b:Entity {id: r.to})
MERGE (a)-[x:CITES {id: r.id}]->(b)
SET x += r.props

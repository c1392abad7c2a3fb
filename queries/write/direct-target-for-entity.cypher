// direct-target-for-entity
// English: Writes the direct relationship Target FOR Entity with the statements in force behind it.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Target {id: r.from})
MATCH (b:Entity {id: r.to})
MERGE (a)-[x:FOR {id: r.id}]->(b)
SET x += r.props

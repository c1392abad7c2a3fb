// direct-entity-located-in-entity
// English: Writes the direct relationship Entity LOCATED_IN Entity with the statements in force behind it.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Entity {id: r.from})
MATCH (b:Entity {id: r.to})
MERGE (a)-[x:LOCATED_IN {id: r.id}]->(b)
SET x += r.props

// direct-entity-has-level-entity
// English: Writes the direct relationship Entity HAS_LEVEL Entity with the statements in force behind it.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Entity {id: r.from})
MATCH (b:Entity {id: r.to})
MERGE (a)-[x:HAS_LEVEL {id: r.id}]->(b)
SET x += r.props

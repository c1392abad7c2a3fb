// direct-entity-responsible-for-entity
// English: Writes the direct relationship Entity RESPONSIBLE_FOR Entity with the statements in force behind it.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Entity {id: r.from})
MATCH (b:Entity {id: r.to})
MERGE (b)<-[x:RESPONSIBLE_FOR {id: r.id}]-(a)
SET x += r.props

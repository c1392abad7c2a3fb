// direct-entity-responsible-for-commitment
// English: Writes the direct relationship Entity RESPONSIBLE_FOR Commitment with the statements in force behind it.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Entity {id: r.from})
MATCH (b:Commitment {id: r.to})
MERGE (b)<-[x:RESPONSIBLE_FOR {id: r.id}]-(a)
SET x += r.props

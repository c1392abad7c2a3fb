// direct-entity-has-target-target
// English: Writes the direct relationship Entity HAS_TARGET Target with the statements in force behind it.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Entity {id: r.from})
MATCH (b:Target {id: r.to})
MERGE (b)<-[x:HAS_TARGET {id: r.id}]-(a)
SET x += r.props

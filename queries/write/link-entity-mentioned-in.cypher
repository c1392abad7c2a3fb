// link-entity-mentioned-in
// English: Writes mentions of entities.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Entity {id: r.from})
MATCH (b:Section {id: r.to})
MERGE (b)<-[x:MENTIONED_IN {id: r.id}]-(a)
SET x += r.props

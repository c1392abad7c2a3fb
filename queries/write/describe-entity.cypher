// describe-entity
// English: Writes what a revision says of entities, making the bare node where it is new.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (v:Revision {id: r.to})
MERGE (n:Entity {id: r.from})
MERGE (n)-[x:DESCRIBED_IN {id: r.id}]->(v)
SET x += r.props

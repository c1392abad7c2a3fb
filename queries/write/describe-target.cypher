// describe-target
// English: Writes what a revision says of targets, making the bare node where it is new.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (v:Revision {id: r.to})
MERGE (n:Target {id: r.from})
MERGE (n)-[x:DESCRIBED_IN {id: r.id}]->(v)
SET x += r.props

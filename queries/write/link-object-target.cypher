// link-object-target
// English: Links statements to their object, a target.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Statement {id: r.from})
MATCH (b:Target {id: r.to})
MERGE (a)-[x:OBJECT {id: r.id}]->(b)
SET x += r.props

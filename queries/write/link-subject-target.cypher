// link-subject-target
// English: Links statements to their subject, a target.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Statement {id: r.from})
MATCH (b:Target {id: r.to})
MERGE (a)-[x:SUBJECT {id: r.id}]->(b)
SET x += r.props

// link-statement-revises
// English: Links a statement to the older one under the same key.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Statement {id: r.from})
MATCH (b:Statement {id: r.to})
MERGE (a)-[x:REVISES {id: r.id}]->(b)
SET x += r.props

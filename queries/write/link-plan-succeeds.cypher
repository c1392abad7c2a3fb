// link-plan-succeeds
// English: Links a plan to the plan of the period before it.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Plan {id: r.from})
MATCH (b:Plan {id: r.to})
MERGE (a)-[x:SUCCEEDS {id: r.id}]->(b)
SET x += r.props

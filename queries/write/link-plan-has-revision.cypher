// link-plan-has-revision
// English: Links a plan to its revisions.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Plan {id: r.from})
MATCH (b:Revision {id: r.to})
MERGE (a)-[x:HAS_REVISION {id: r.id}]->(b)
SET x += r.props

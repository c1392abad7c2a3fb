// link-revision-supersedes
// English: Links a revision to the one it supersedes.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Revision {id: r.from})
MATCH (b:Revision {id: r.to})
MERGE (a)-[x:SUPERSEDES {id: r.id}]->(b)
SET x += r.props

// link-revision-has-section
// English: Links a revision to its outermost sections.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Revision {id: r.from})
MATCH (b:Section {id: r.to})
MERGE (b)<-[x:HAS_SECTION {id: r.id}]-(a)
SET x += r.props

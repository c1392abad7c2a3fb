// link-section-has-section
// English: Links sections to the sections in them.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Section {id: r.from})
MATCH (b:Section {id: r.to})
MERGE (b)<-[x:HAS_SECTION {id: r.id}]-(a)
SET x += r.props

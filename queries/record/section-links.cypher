// section-links
// English: How the sections of a revision hang together.
// Parameters:
//   $revision: string.
// Columns: id, from, to, props
MATCH (a)-[x:HAS_SECTION]->(b:Section {revision: $revision})
RETURN x.id AS id, a.id AS from, b.id AS to, x {.*} AS props

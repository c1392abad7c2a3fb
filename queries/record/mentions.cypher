// mentions
// English: Every mention in a revision.
// Parameters:
//   $revision: string.
// Columns: id, from, to, props
MATCH (b:Section {revision: $revision})<-[x:MENTIONED_IN]-(a:Entity)
RETURN x.id AS id, a.id AS from, b.id AS to, x {.*} AS props

// descriptions
// English: What a revision says of entities and targets.
// Parameters:
//   $revision: string.
// Columns: id, from, to, props
MATCH (b:Revision {id: $revision})<-[x:DESCRIBED_IN]-(a)
RETURN x.id AS id, a.id AS from, b.id AS to, x {.*} AS props

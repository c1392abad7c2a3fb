// link-commitment-quoted-from
// English: Writes the evidence of commitments: verbatim quotes and where they stand.
// Parameters:
//   $rows: list of maps {id, from, to, props}.
UNWIND $rows AS r
MATCH (a:Commitment {id: r.from})
MATCH (b:Section {id: r.to})
MERGE (a)-[x:QUOTED_FROM {id: r.id}]->(b)
SET x += r.props

// unlink-commitment
// English: Removes relationships that start from commitment nodes.
// Parameters:
//   $rows: list of maps {id, from}.
UNWIND $rows AS r
MATCH (a:Commitment {id: r.from})-[x]->()
WHERE x.id = r.id
DELETE x

// unlink-section
// English: Removes relationships that start from section nodes.
// Parameters:
//   $rows: list of maps {id, from}.
UNWIND $rows AS r
MATCH (a:Section {id: r.from})-[x]->()
WHERE x.id = r.id
DELETE x

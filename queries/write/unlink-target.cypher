// unlink-target
// English: Removes relationships that start from target nodes.
// Parameters:
//   $rows: list of maps {id, from}.
UNWIND $rows AS r
MATCH (a:Target {id: r.from})-[x]->()
WHERE x.id = r.id
DELETE x

// unlink-plan
// English: Removes relationships that start from plan nodes.
// Parameters:
//   $rows: list of maps {id, from}.
UNWIND $rows AS r
MATCH (a:Plan {id: r.from})-[x]->()
WHERE x.id = r.id
DELETE x

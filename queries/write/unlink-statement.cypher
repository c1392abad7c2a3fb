// unlink-statement
// English: Removes relationships that start from statement nodes.
// Parameters:
//   $rows: list of maps {id, from}.
UNWIND $rows AS r
MATCH (a:Statement {id: r.from})-[x]->()
WHERE x.id = r.id
DELETE x

// unlink-revision
// English: Removes relationships that start from revision nodes.
// Parameters:
//   $rows: list of maps {id, from}.
UNWIND $rows AS r
MATCH (a:Revision {id: r.from})-[x]->()
WHERE x.id = r.id
DELETE x

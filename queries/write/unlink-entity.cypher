// unlink-entity
// English: Removes relationships that start from entity nodes.
// Parameters:
//   $rows: list of maps {id, from}.
UNWIND $rows AS r
MATCH (a:Entity {id: r.from})-[x]->()
WHERE x.id = r.id
DELETE x

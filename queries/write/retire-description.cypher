// retire-description
// English: Says of descriptions that an amendment took the thing out of its plan.
// Parameters:
//   $rows: list of maps {id, from}.
UNWIND $rows AS r
MATCH (e:Entity {id: r.from})-[x:DESCRIBED_IN {id: r.id}]->(:Revision)
SET x.inForce = false

// revive-description
// English: Takes back that an amendment took the things out of its plan.
// Parameters:
//   $rows: list of maps {id, from}.
UNWIND $rows AS r
MATCH (e:Entity {id: r.from})-[x:DESCRIBED_IN {id: r.id}]->(:Revision)
SET x.inForce = null

// retire-commitment
// English: Takes commitments out of force that an amendment took out of its plan.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Commitment {id: r.id})
SET n.inForce = false

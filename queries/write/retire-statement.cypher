// retire-statement
// English: Takes statements out of force that an amendment took out of its plan.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Statement {id: r.id})
SET n.inForce = false

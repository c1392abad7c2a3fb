// force-commitment
// English: Says of all commitments of revisions whether they are in force.
// Parameters:
//   $rows: list of maps {revision, inForce}.
UNWIND $rows AS r
MATCH (n:Commitment {revision: r.revision})
SET n.inForce = r.inForce

// force-statement
// English: Says of all statements of revisions whether they are in force.
// Parameters:
//   $rows: list of maps {revision, inForce}.
UNWIND $rows AS r
MATCH (n:Statement {revision: r.revision})
SET n.inForce = r.inForce

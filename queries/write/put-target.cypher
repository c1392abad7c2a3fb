// put-target
// English: Sets properties of targets already there; a null removes one.
// Parameters:
//   $rows: list of maps {id, props}.
UNWIND $rows AS r
MATCH (n:Target {id: r.id})
SET n += r.props

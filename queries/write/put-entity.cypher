// put-entity
// English: Sets properties of entities already there; a null removes one.
// Parameters:
//   $rows: list of maps {id, props}.
UNWIND $rows AS r
MATCH (n:Entity {id: r.id})
SET n += r.props

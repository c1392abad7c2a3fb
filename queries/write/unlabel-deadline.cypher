// unlabel-deadline
// English: Takes the label Deadline from entities that no revision in force describes.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Entity {id: r.id})
REMOVE n:Deadline

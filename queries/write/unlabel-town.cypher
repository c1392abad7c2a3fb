// unlabel-town
// English: Takes the label Town from places that are no longer described as towns.
// Parameters:
//   $rows: list of maps {id}.
UNWIND $rows AS r
MATCH (n:Entity {id: r.id})
REMOVE n:Town

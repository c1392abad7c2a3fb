// entity-name-index
// English: Finds Entity nodes by name.
CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)

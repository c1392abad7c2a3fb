// schema-id
// English: Ids of Schema nodes are unique.
CREATE CONSTRAINT schema_id IF NOT EXISTS FOR (n:Schema) REQUIRE n.id IS UNIQUE

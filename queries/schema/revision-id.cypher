// revision-id
// English: Ids of Revision nodes are unique.
CREATE CONSTRAINT revision_id IF NOT EXISTS FOR (n:Revision) REQUIRE n.id IS UNIQUE

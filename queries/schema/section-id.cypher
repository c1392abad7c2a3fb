// section-id
// English: Ids of Section nodes are unique.
CREATE CONSTRAINT section_id IF NOT EXISTS FOR (n:Section) REQUIRE n.id IS UNIQUE

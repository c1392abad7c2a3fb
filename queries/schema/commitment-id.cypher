// commitment-id
// English: Ids of Commitment nodes are unique.
CREATE CONSTRAINT commitment_id IF NOT EXISTS FOR (n:Commitment) REQUIRE n.id IS UNIQUE

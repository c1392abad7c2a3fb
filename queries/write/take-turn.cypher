// take-turn
// English: Holds the store until the transaction ends, so that no two commits read and write the same lists at once.
MATCH (n:Schema)
SET n.version = n.version

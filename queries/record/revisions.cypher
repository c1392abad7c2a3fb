// revisions
// English: Every revision with its plan and what the revision says of the plan.
// Columns: plan, described, revision
MATCH (p:Plan)-[x:HAS_REVISION]->(v:Revision)
RETURN p.id AS plan, x {.*} AS described, v {.*} AS revision
ORDER BY p.id, v.ordinal, v.id

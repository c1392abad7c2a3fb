// described-target
// English: Target nodes as they are, with everything that revisions say of them.
// Parameters:
//   $ids: list of strings.
// Columns: id, labels, now, revision, described
MATCH (n:Target)
WHERE n.id IN $ids
OPTIONAL MATCH (n)-[x:DESCRIBED_IN]->(v:Revision)
RETURN n.id AS id, labels(n) AS labels, n {.*} AS now, v.id AS revision, x {.*} AS described

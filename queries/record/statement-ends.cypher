// statement-ends
// English: The relation that each statement of a revision states, with the labels at its ends.
// Parameters:
//   $revision: string.
// Columns: id, inForce, predicate, role, basis, from, fromLabels, fromType, to, toLabels, toType
MATCH (s:Statement {revision: $revision})-[:SUBJECT]->(a)
MATCH (s)-[:OBJECT]->(b)
RETURN s.id AS id, s.inForce AS inForce, s.predicate AS predicate, s.role AS role, s.basis AS basis, a.id AS from, labels(a) AS fromLabels, a.type AS fromType, b.id AS to, labels(b) AS toLabels, b.type AS toType

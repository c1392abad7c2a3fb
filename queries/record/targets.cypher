// targets
// English: Every target with the statements in force behind it.
// Columns: id, statements
MATCH (t:Target)
RETURN t.id AS id, t.statements AS statements

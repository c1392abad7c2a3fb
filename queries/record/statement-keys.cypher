// statement-keys
// English: Statements of a plan's revisions under given keys.
// Parameters:
//   $revisions: list of strings.
//   $keys: list of strings.
// Columns: id, key, revision
MATCH (s:Statement)
WHERE s.key IN $keys AND s.revision IN $revisions
RETURN s.id AS id, s.key AS key, s.revision AS revision

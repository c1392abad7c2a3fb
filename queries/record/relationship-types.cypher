// relationship-types
// English: How many relationships there are of each type.
// Columns: type, count
MATCH ()-[x]->()
RETURN type(x) AS type, count(*) AS count
ORDER BY type

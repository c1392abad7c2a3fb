// plans
// English: Every plan.
// Columns: plan
MATCH (n:Plan)
RETURN n {.*} AS plan
ORDER BY n.id

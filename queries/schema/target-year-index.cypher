// target-year-index
// English: Finds Target nodes by year.
CREATE INDEX target_year IF NOT EXISTS FOR (n:Target) ON (n.year)

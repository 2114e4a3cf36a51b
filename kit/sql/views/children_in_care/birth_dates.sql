-- One row per child and reporting year with a known date of birth: the header's, otherwise the newest review's.
-- Not stored: most children have the same in every year.
SELECT reporting_years.year AS reporting_year, children.child_id, children.dob
FROM children
CROSS JOIN reporting_years
WHERE children.dob IS NOT NULL
UNION ALL
SELECT reporting_year, child_id, dob
FROM birth_dates_in_reviews

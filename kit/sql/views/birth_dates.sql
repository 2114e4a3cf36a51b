-- One row per child and reporting year in which the date of birth is known: the header's, else the newest review's.
SELECT reporting_years.year AS reporting_year, children.child_id, children.dob
FROM children
CROSS JOIN reporting_years
WHERE children.dob IS NOT NULL
UNION ALL
SELECT reporting_years.year, reviews.child_id, arg_max(reviews.dob, reviews.review_date)
FROM reviews
JOIN reporting_years ON reviews.review_date <= reporting_years.as_at
SEMI JOIN children ON children.child_id = reviews.child_id AND children.dob IS NULL
WHERE NOT reviews.superseded
    AND reviews.dob IS NOT NULL
GROUP BY ALL

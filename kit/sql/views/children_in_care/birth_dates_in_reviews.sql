-- One row per child whom no header gives a date of birth, and reporting year in which a review does: the newest one's.
SELECT reporting_years.year AS reporting_year, reviews.child_id, arg_max(reviews.dob, reviews.review_date) AS dob
FROM reviews
JOIN reporting_years ON reviews.review_date <= reporting_years.as_at
SEMI JOIN children ON children.child_id = reviews.child_id AND children.dob IS NULL
WHERE NOT reviews.superseded
    AND reviews.dob IS NOT NULL
GROUP BY ALL

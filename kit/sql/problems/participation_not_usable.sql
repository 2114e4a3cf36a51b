/*
title: >-
  No usable participation code for a child aged 4 or over
meaning: >-
  The review of a child aged 4 or over has the code PN0 (under 4), an unknown code or none.
effect: >-
  The review counts as held, and is left out of participation.
what_to_do: >-
  Give the code from PN1 to PN7 that says how the child took part.
*/
SELECT
    'reviews' AS extract,
    reviews.year,
    reviews.file,
    reviews.row,
    'REVIEW_CODE' AS "column",
    reviews.participation_code AS value
FROM reviews
JOIN counted_reviews
    ON counted_reviews.child_id = reviews.child_id
    AND counted_reviews.review_day = reviews.review_date
    AND counted_reviews.last_year = (SELECT max(year) FROM reporting_years)
WHERE NOT reviews.superseded
    AND counted_reviews.age >= 4
    AND coalesce(reviews.participation_code, 'PN0') = 'PN0'

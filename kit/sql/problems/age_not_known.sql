/*
title: >-
  A review of a child whose date of birth is not known
meaning: >-
  Neither the header nor the review gives a date of birth.
effect: >-
  The review counts as held, and is left out of participation.
what_to_do: >-
  Add the date of birth to the header.
*/
SELECT
    'reviews' AS extract,
    reviews.year,
    reviews.file,
    reviews.row,
    'DOB' AS "column",
    NULL AS value
FROM reviews
JOIN counted_reviews
    ON counted_reviews.child_id = reviews.child_id
    AND counted_reviews.review_day = reviews.review_date
    AND counted_reviews.last_year = (SELECT max(year) FROM reporting_years)
WHERE NOT reviews.superseded
    AND counted_reviews.age IS NULL

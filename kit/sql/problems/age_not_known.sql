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
JOIN reviews_in_care
    ON reviews_in_care.child_id = reviews.child_id
    AND reviews_in_care.review_day = reviews.review_date
    AND reviews_in_care.last_year = (SELECT max(year) FROM reporting_years)
LEFT JOIN header ON header.child_id = reviews.child_id AND NOT header.superseded
WHERE NOT reviews.superseded
    AND header.dob IS NULL
    AND reviews.dob IS NULL

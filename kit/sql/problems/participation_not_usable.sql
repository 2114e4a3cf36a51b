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
JOIN reviews_in_care
    ON reviews_in_care.child_id = reviews.child_id
    AND reviews_in_care.review_day = reviews.review_date
    AND reviews_in_care.last_year = (SELECT max(year) FROM reporting_years)
LEFT JOIN header ON header.child_id = reviews.child_id AND NOT header.superseded
WHERE NOT reviews.superseded
    AND completed_years(coalesce(header.dob, reviews.dob), reviews.review_date) >= 4
    AND coalesce(reviews.participation_code, 'PN0') = 'PN0'

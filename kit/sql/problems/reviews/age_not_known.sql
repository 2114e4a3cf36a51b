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
    year,
    file,
    row,
    'DOB' AS "column",
    NULL AS value
FROM held_reviews
WHERE period IS NOT NULL
    AND header_dob IS NULL
    AND dob IS NULL

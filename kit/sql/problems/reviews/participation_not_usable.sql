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
    year,
    file,
    row,
    'REVIEW_CODE' AS "column",
    participation_code AS value
FROM held_reviews
WHERE period IS NOT NULL
    AND coalesce(participation_code, 'PN0') = 'PN0'
    AND completed_years(coalesce(header_dob, dob), review_date) >= 4

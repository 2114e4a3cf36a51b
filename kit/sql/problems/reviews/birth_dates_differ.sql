/*
title: >-
  Dates of birth differ
meaning: >-
  The review's date of birth is not that of the child's header.
effect: >-
  The header's date of birth counts.
what_to_do: >-
  Correct the one that is wrong.
*/
SELECT
    'reviews' AS extract,
    year,
    file,
    row,
    'DOB' AS "column",
    strftime(dob, '%d/%m/%Y') AS value
FROM held_reviews
WHERE dob <> header_dob

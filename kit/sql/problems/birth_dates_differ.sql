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
    reviews.year,
    reviews.file,
    reviews.row,
    'DOB' AS "column",
    strftime(reviews.dob, '%d/%m/%Y') AS value
FROM reviews
JOIN header ON header.child_id = reviews.child_id AND NOT header.superseded
WHERE NOT reviews.superseded
    AND reviews.dob <> header.dob

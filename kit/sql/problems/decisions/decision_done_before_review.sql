/*
title: >-
  A decision done before the review
meaning: >-
  The day on which a decision of a review was done, or by which it was due, is before the review.
effect: >-
  One that was done before the review counts as carried out by the next.
what_to_do: >-
  Correct the day that is wrong.
*/
SELECT
    'decisions' AS extract,
    year,
    file,
    row,
    'done_date' AS "column",
    strftime(done_date, '%d/%m/%Y') AS value
FROM decisions
WHERE NOT superseded
    AND done_date < review_date
UNION ALL
SELECT
    'decisions',
    year,
    file,
    row,
    'due_date',
    strftime(due_date, '%d/%m/%Y')
FROM decisions
WHERE NOT superseded
    AND due_date < review_date

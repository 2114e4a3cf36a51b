/*
title: >-
  A completed date on a health contact that was not completed
meaning: >-
  It has a completed date, and its status says planned, refused or cancelled.
effect: >-
  A planned one counts as completed that day; of one refused or cancelled the date is not used.
what_to_do: >-
  Correct the status, or take the date out.
*/
SELECT
    'health' AS extract,
    year,
    file,
    row,
    'status' AS "column",
    status AS value
FROM health
WHERE NOT superseded
    AND status IN ('planned', 'refused', 'cancelled')
    AND completed_date IS NOT NULL

/*
title: >-
  Two conferences of one child held on one day
meaning: >-
  The file holds two conferences of the same child and kind with different due dates, held on the same day.
effect: >-
  Each counts by its own due date.
what_to_do: >-
  Remove the one that is wrong, or correct the day on which it was held.
*/
SELECT
    'protection_conferences' AS extract,
    year,
    file,
    row,
    'held_date' AS "column",
    strftime(held_date, '%d/%m/%Y') AS value
FROM protection_conferences
WHERE NOT superseded
    AND held_date IS NOT NULL
QUALIFY count(*) OVER (PARTITION BY child_id, kind, held_date) > 1

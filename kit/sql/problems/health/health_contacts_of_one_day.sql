/*
title: >-
  Two health contacts of one kind and day
meaning: >-
  Two contacts of one child and kind, with different due dates, are said to be completed on the same day.
effect: >-
  Each counts by its own due date.
what_to_do: >-
  Take out the one that was recorded twice.
*/
SELECT
    'health' AS extract,
    year,
    file,
    row,
    'completed_date' AS "column",
    strftime(completed_date, '%d/%m/%Y') AS value
FROM health
WHERE NOT superseded
    AND completed_date IS NOT NULL
QUALIFY count(*) OVER (PARTITION BY child_id, kind, completed_date) > 1

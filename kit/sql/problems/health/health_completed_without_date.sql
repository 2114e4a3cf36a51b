/*
title: >-
  A health contact completed on no day
meaning: >-
  Its status says completed, and it has a due date and no completed date.
effect: >-
  It is left out of the shares on time, and counts as not recorded among the assessments due.
what_to_do: >-
  Fill in the day, or correct the status.
*/
SELECT
    'health' AS extract,
    year,
    file,
    row,
    'completed_date' AS "column",
    NULL AS value
FROM health
WHERE NOT superseded
    AND status = 'completed'
    AND completed_date IS NULL
    AND due_date IS NOT NULL

/*
title: >-
  An action whose status and day disagree
meaning: >-
  It is achieved without the day on which it was, or has such a day and is not achieved.
effect: >-
  The status counts.
what_to_do: >-
  Give the day, or correct the status.
*/
SELECT
    'actions' AS extract,
    year,
    file,
    row,
    'achieved_date' AS "column",
    strftime(achieved_date, '%d/%m/%Y') AS value
FROM actions
WHERE NOT superseded
    AND coalesce(status = 'achieved', FALSE) <> (achieved_date IS NOT NULL)

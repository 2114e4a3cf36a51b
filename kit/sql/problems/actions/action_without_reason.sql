/*
title: >-
  An action not achieved, and no reason
meaning: >-
  A line of an earlier year's plan is not achieved, and the file does not say why.
effect: >-
  It counts by its status; readers are not told why.
what_to_do: >-
  Give the reason, in words that name nobody.
*/
SELECT
    'actions' AS extract,
    year,
    file,
    row,
    'reason' AS "column",
    NULL AS value
FROM actions
WHERE NOT superseded
    AND agreed_year < year
    AND coalesce(status <> 'achieved', TRUE)
    AND reason IS NULL

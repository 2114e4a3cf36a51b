/*
title: >-
  A child protection plan left open and then gone
meaning: >-
  The plan is open in one year's file, and the next loaded year's file of plans does not hold it.
effect: >-
  It counts as going on.
what_to_do: >-
  Give the day on which it ended, or put it back into the later export.
*/
SELECT
    'protection_plans' AS extract,
    plans.year,
    plans.file,
    plans.row,
    'end_date' AS "column",
    NULL AS value
FROM protection_plans AS plans
-- Nothing is missing from a year without the extract.
SEMI JOIN protection_plans AS following ON following.year = plans.year + 1
WHERE NOT plans.superseded
    AND plans.end_date IS NULL

/*
title: >-
  A health contact without a due date
meaning: >-
  A health assessment was completed, and the day by which it was due is not given. A dental check needs none.
effect: >-
  It is in no figure of assessments that were due; it still says that the child was seen.
what_to_do: >-
  Fill in the day by which it was due.
*/
SELECT
    'health' AS extract,
    year,
    file,
    row,
    'due_date' AS "column",
    NULL AS value
FROM health
WHERE NOT superseded
    AND due_date IS NULL
    AND completed_date IS NOT NULL
    AND kind <> 'dental'

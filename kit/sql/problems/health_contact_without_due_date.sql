/*
title: >-
  A health contact without a due date
meaning: >-
  A health assessment has no due date, or a dental check has neither a due date nor a completed date.
effect: >-
  It is in no figure of assessments that were due; one completed still says that the child was seen.
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
WHERE due_date IS NULL
    AND (kind <> 'dental' OR completed_date IS NULL)

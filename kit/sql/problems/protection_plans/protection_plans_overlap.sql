/*
title: >-
  Two child protection plans of one child at once
meaning: >-
  The plan starts while an earlier plan of the same child has not ended.
effect: >-
  The child counts once.
what_to_do: >-
  Check when the earlier plan ended, and whether both are one plan.
*/
SELECT
    'protection_plans' AS extract,
    later.year,
    later.file,
    later.row,
    'start_date' AS "column",
    strftime(later.start_date, '%d/%m/%Y') AS value
FROM protection_plans AS later
SEMI JOIN protection_plans AS earlier
    ON earlier.child_id = later.child_id
    AND earlier.start_date < later.start_date
    AND coalesce(earlier.end_date, 'infinity') > later.start_date
    AND NOT earlier.superseded
WHERE NOT later.superseded

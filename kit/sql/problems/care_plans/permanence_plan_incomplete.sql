/*
title: >-
  A permanence plan without its day, or a day without its plan
meaning: >-
  Of the permanence plan and the day from which it was in place, one is given and the other is blank.
effect: >-
  Without the day the plan counts as not in place; without the plan it counts as in place, the plan not recorded.
what_to_do: >-
  Fill in the one that is blank.
*/
SELECT
    'care_plans' AS extract,
    year,
    file,
    row,
    CASE WHEN permanence_plan IS NULL THEN 'permanence_plan' ELSE 'permanence_plan_date' END AS "column",
    NULL AS value
FROM care_plans
WHERE NOT superseded
    AND (permanence_plan IS NULL) <> (permanence_plan_date IS NULL)

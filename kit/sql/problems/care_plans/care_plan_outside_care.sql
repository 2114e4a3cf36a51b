/*
beside: [episodes]
title: >-
  A care plan or permanence plan dated outside care
meaning: >-
  On the day of the plan the child, whom the return knows, was not looked after; for a care plan, not in the 28 days
  after it either. Days before the first loaded year are not judged.
effect: >-
  It is the plan of no period of care, so that no figure holds it.
what_to_do: >-
  Check the day of the plan, and the start and end of the episodes.
*/
WITH plans AS (
    SELECT
        year,
        file,
        row,
        child_id,
        'care_plan_completed_date' AS "column",
        care_plan_completed_date AS day,
        28 AS days_early
    FROM care_plans
    WHERE NOT superseded
    UNION ALL
    SELECT year, file, row, child_id, 'permanence_plan_date', permanence_plan_date, 0
    FROM care_plans
    WHERE NOT superseded
)
SELECT
    'care_plans' AS extract,
    plans.year,
    plans.file,
    plans.row,
    plans."column",
    strftime(plans.day, '%d/%m/%Y') AS value
FROM plans
SEMI JOIN children ON children.child_id = plans.child_id
WHERE plans.day BETWEEN (SELECT min(first_day) FROM reporting_years) AND (SELECT max(as_at) FROM reporting_years)
    AND NOT EXISTS (
        SELECT 1
        FROM periods_of_care
        WHERE periods_of_care.child_id = plans.child_id
            AND periods_of_care.last_year = (SELECT max(year) FROM reporting_years)
            AND periods_of_care.start_day <= plans.day + plans.days_early
            AND (periods_of_care.end_day IS NULL OR periods_of_care.end_day >= plans.day)
    )

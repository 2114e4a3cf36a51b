/*
beside: [episodes]
title: >-
  A Personal Education Plan outside care
meaning: >-
  The child was looked after on no day of the twelve months up to the day as at which the plan is recorded.
effect: >-
  It is in no figure of children looked after, unless the child comes into care within a year.
what_to_do: >-
  Check the identifier of the child, and the child's episodes.
*/
SELECT
    'education_plans' AS extract,
    education_plans.year,
    education_plans.file,
    education_plans.row,
    'as_at_date' AS "column",
    strftime(education_plans.as_at_date, '%d/%m/%Y') AS value
FROM education_plans
SEMI JOIN children ON children.child_id = education_plans.child_id
ANTI JOIN year_periods
    ON year_periods.child_id = education_plans.child_id
    AND year_periods.reporting_year = (SELECT max(year) FROM reporting_years)
    AND year_periods.start_day <= education_plans.as_at_date
    AND (
        year_periods.end_day IS NULL
        OR year_periods.end_day > education_plans.as_at_date - INTERVAL 1 YEAR
    )
WHERE NOT education_plans.superseded
    AND education_plans.as_at_date <= (SELECT max(as_at) FROM reporting_years)

/*
title: Care plans not completed in time
kind: count
unit: periods of care
sentence: "{value} care plans were not made within {care_plan_completed} of coming into care"
counts: >-
  the periods of care of "Care plans completed in time" whose care plan was not completed in time, by the calendar
  days from the last of the {care_plan_completed} to the care plan's completion: 1 to 7, 8 to 28, 29 or more; not
  completed if there was no care plan up to and on the last day of the year or, if earlier, of the period
better: lower
adds_up:
  - numerator = care_plans_in_time.rest, whole
depends_on: neither
unseen: social workers
breakdowns: [care_plan_delay]
source: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 4(2)
timescales: [care_plan_completed]
needs: [care_plans.care_plan_completed_date]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    CASE
        WHEN care_plan_day IS NULL THEN 'Not completed'
        WHEN care_plan_day - limit_day <= 7 THEN 'Up to a week late'
        WHEN care_plan_day - limit_day <= 28 THEN 'Over a week, up to four weeks'
        ELSE 'Over four weeks'
    END AS care_plan_delay
FROM care_plans_due
WHERE NOT coalesce(care_plan_day <= limit_day, FALSE)

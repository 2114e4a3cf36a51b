/*
title: Care plans completed within 10 working days
kind: share
unit: "%"
sentence: >-
  In {year}, the care plan was completed within 10 working days of the start of care for {value} of periods of care
  ({numerator} of {denominator})
counts: >-
  periods of care whose 10th working day after the start fell in the year and that went on past that day (still open, or
  ended later); periods whose start is not known are left out. The care plan of a period is the child's earliest one
  completed no more than 28 days before the period began and no later than the day on which it ended
included_when: the care plan was completed by the end of the 10th working day after the period began
better: higher
breakdowns: []
source: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 4(2)
needs: [care_plans.care_plan_completed_date]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    coalesce(care_plan_day <= limit_day, FALSE) AS numerator
FROM care_plans_due

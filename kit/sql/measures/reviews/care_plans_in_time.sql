/*
title: Care plans completed in time
kind: share
unit: "%"
sentence: >-
  In {numerator} of {denominator} cases ({value}), there was a care plan within {care_plan_completed} of coming into
  care
counts: >-
  periods of care whose {care_plan_completed} from the start ended in the year and that went on past the last of these
  days (still open, or ended later); periods whose start is not known are left out. The care plan of a period is the
  child's earliest one completed no more than four weeks to the day before the period began and no later than the day
  on which it ended; one plan may be that of two periods. All loaded years' records count, up to the last day of the
  year
included_when: >-
  the care plan was completed on or before the last of those days; a period without a day of completing counts as not
  completed
better: higher
depends_on: neither
unseen: social workers
breakdowns: []
source: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 4(2)
timescales: [care_plan_completed]
needs: [care_plans.care_plan_completed_date]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    coalesce(care_plan_day <= limit_day, FALSE) AS numerator
FROM care_plans_due

/*
title: Permanence plans
kind: count
unit: children
sentence: "{value} children had a permanence plan on {as_at}"
counts: >-
  children looked after on the last day of the year with a permanence plan dated on or before that day and on or after
  the day on which the period of care began (if the start is not known, one dated earlier counts as well), by the
  plan with the newest such date in any loaded year's records; of several of one day, the first in alphabetical order,
  all capitals before small letters and a blank last; the words are the record's own, and a blank is not recorded
better: none
adds_up:
  - numerator <= children_looked_after.numerator
depends_on: neither
unseen: social workers
breakdowns: [permanence_plan]
source: The council's records of care planning
needs: [care_plans.permanence_plan_date]
checked_on: 2026-11-22
*/
SELECT
    children_in_care.reporting_year,
    children_in_care.child_id,
    coalesce(care_plans.permanence_plan, 'Not recorded') AS permanence_plan
FROM children_in_care
JOIN year_care_planning AS planning USING (reporting_year, child_id, period)
JOIN care_plans
    ON care_plans.child_id = children_in_care.child_id
    AND care_plans.permanence_plan_date BETWEEN planning.permanence_plan_day AND children_in_care.as_at
WHERE NOT care_plans.superseded
QUALIFY row_number() OVER (
    PARTITION BY children_in_care.reporting_year, children_in_care.child_id
    ORDER BY care_plans.permanence_plan_date DESC, care_plans.permanence_plan NULLS LAST
) = 1

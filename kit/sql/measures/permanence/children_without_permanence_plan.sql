/*
title: Children without a permanence plan
kind: share
unit: "%"
sentence: "{value} of children in care for four months or more had no permanence plan ({numerator} of {denominator})"
counts: >-
  children looked after on the last day of the year whose period of care had begun at least four calendar months
  before that day, about when a second review is due; time in care runs from the start of that period to that day, 12
  or 24 calendar months to the day being one or two years already; if the start is not known, the first known day
  of the period is taken for it
included_when: >-
  no permanence plan of the child, whatever its words and in any loaded year's records, is dated on or before that day
  and on or after the day on which the period began (if the start is not known, one dated earlier counts as well);
  a plan whose day is blank counts as none, and is listed
better: lower
depends_on: neither
unseen: social workers
breakdowns: [years_in_care]
source: Statutory guidance on care planning; the Children Act 1989 guidance and regulations, volume 2
needs: [care_plans.permanence_plan_date]
checked_on: 2026-11-22
*/
SELECT
    children_in_care.reporting_year,
    children_in_care.child_id,
    CASE
        WHEN children_in_care.start_day + INTERVAL 12 MONTH > children_in_care.as_at THEN '4 months to 1 year'
        WHEN children_in_care.start_day + INTERVAL 24 MONTH > children_in_care.as_at THEN '1 to 2 years'
        ELSE '2 years or more'
    END AS years_in_care,
    planning.permanence_plan_day IS NULL AS numerator
FROM children_in_care
JOIN year_care_planning AS planning USING (reporting_year, child_id, period)
WHERE children_in_care.start_day + INTERVAL 4 MONTH <= children_in_care.as_at

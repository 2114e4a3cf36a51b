/*
title: PEPs begun in time
kind: share
unit: "%"
sentence: >-
  {value} of children new to care had an education plan begun within {pep_initiated} ({numerator} of {denominator})
counts: >-
  periods of care whose {pep_initiated} from the start ended in the year, with the child still looked after at the end
  of the last of these days, of children aged 5 to 15 on the 31 August before the period began. Left out are periods
  whose start is not known
included_when: >-
  a plan record of the child with an as-at date up to the last day of the year gives an initiated date from the first
  day of the period to the last of those days, both included
better: higher
depends_on: neither
breakdowns: []
source: >-
  Promoting the education of looked-after and previously looked-after children, statutory guidance (2018)
timescales: [pep_initiated]
needs: [education_plans.initiated_date]
missing: >-
  A period for which no initiated date is recorded counts as not begun
checked_on: 2026-11-22
*/
SELECT
    year_periods.reporting_year,
    year_periods.child_id,
    coalesce(
        bool_or(
            education_plans.initiated_date BETWEEN year_periods.start_day AND due_days.pep_initiated
        ),
        FALSE
    ) AS numerator
FROM year_periods
JOIN periods_of_care USING (care_number)
JOIN due_days
    ON due_days.from_day = year_periods.start_day
    AND due_days.pep_initiated BETWEEN year_periods.first_day AND year_periods.as_at
JOIN birth_dates
    ON birth_dates.child_id = year_periods.child_id
    AND birth_dates.reporting_year = year_periods.reporting_year
LEFT JOIN education_plans
    ON education_plans.child_id = year_periods.child_id
    AND education_plans.as_at_date <= year_periods.as_at
    AND NOT education_plans.superseded
WHERE (year_periods.end_day IS NULL OR year_periods.end_day > due_days.pep_initiated)
    AND (periods_of_care.starts_with_s OR NOT periods_of_care.began_before_first_year)
    AND completed_years(birth_dates.dob, last_31_august(year_periods.start_day)) BETWEEN 5 AND 15
GROUP BY
    year_periods.reporting_year,
    year_periods.child_id,
    year_periods.start_day

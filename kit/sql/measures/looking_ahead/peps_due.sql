/*
title: PEPs to begin after 31 March
kind: count
unit: PEPs
sentence: After {as_at}, {value} children still had a Personal Education Plan to begin within {pep_initiated}
sentence_if_none: After {as_at}, no child still had a Personal Education Plan to begin within {pep_initiated}
counts: >-
  children looked after on the last day of the year, aged 5 to 15 on the 31 August before they came into care, whose
  {pep_initiated} from the start of the period of care end after that day, and for whom no plan was begun in it by then.
  Left out are periods whose start is not known
better: none
depends_on: neither
breakdowns: [week]
source: >-
  Promoting the education of looked-after and previously looked-after children, statutory guidance (2018)
timescales: [pep_initiated]
needs: [education_plans.initiated_date]
checked_on: 2026-11-30
*/
SELECT
    children_in_care.reporting_year,
    children_in_care.child_id,
    week_due(due_days.pep_initiated, children_in_care.as_at) AS week
FROM children_in_care
JOIN periods_of_care USING (care_number)
JOIN due_days
    ON due_days.from_day = children_in_care.start_day
    AND due_days.pep_initiated > children_in_care.as_at
JOIN birth_dates
    ON birth_dates.child_id = children_in_care.child_id
    AND birth_dates.reporting_year = children_in_care.reporting_year
WHERE (periods_of_care.starts_with_s OR NOT periods_of_care.began_before_first_year)
    AND completed_years(birth_dates.dob, last_31_august(children_in_care.start_day)) BETWEEN 5 AND 15
    AND NOT EXISTS (
        SELECT 1
        FROM education_plans
        WHERE education_plans.child_id = children_in_care.child_id
            AND education_plans.as_at_date <= children_in_care.as_at
            AND NOT education_plans.superseded
            AND education_plans.initiated_date BETWEEN children_in_care.start_day AND children_in_care.as_at
    )

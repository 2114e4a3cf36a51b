/*
title: PEPs for which the child waited more than {pep_given}
kind: share
unit: "%"
sentence: Children waited more than {pep_given} for {value} of education plans ({numerator} of {denominator})
counts: >-
  plans completed in the year of which it can be told by its last day: given to the child by then, or not given though
  {pep_given} had passed since. A plan is one child and one completed date, whether or not the child was looked after
  that day; of several plan records of it with an as-at date up to the last day of the year, the one with the latest
  as-at date holds
included_when: >-
  given to the child more than {pep_given} after it was completed, or not given by the last day of the year
better: lower
depends_on: child
breakdowns: []
source: >-
  Promoting the education of looked-after and previously looked-after children, statutory guidance (2018), which names
  no time; the time is the one that boards ask for, or the council's own
timescales: [pep_given]
needs: [education_plans.completed_date, education_plans.given_to_child_date]
missing: >-
  A plan completed in the last days of the year and not yet given cannot be told, and is not counted. One given before
  it was completed is left out, and listed
checked_on: 2026-11-30
*/
WITH plans AS (
    SELECT
        reporting_years.year AS reporting_year,
        reporting_years.as_at,
        education_plans.child_id,
        education_plans.completed_date,
        CASE
            WHEN education_plans.given_to_child_date <= reporting_years.as_at THEN education_plans.given_to_child_date
        END AS given_day,
        due_days.pep_given AS limit_day
    FROM education_plans
    JOIN reporting_years
        ON education_plans.as_at_date <= reporting_years.as_at
        AND education_plans.completed_date BETWEEN reporting_years.first_day AND reporting_years.as_at
    JOIN due_days ON due_days.from_day = education_plans.completed_date
    WHERE NOT education_plans.superseded
    QUALIFY row_number() OVER (
        PARTITION BY reporting_years.year, education_plans.child_id, education_plans.completed_date
        ORDER BY education_plans.as_at_date DESC
    ) = 1
)
SELECT
    reporting_year,
    child_id,
    coalesce(given_day > limit_day, TRUE) AS numerator
FROM plans
WHERE coalesce(given_day >= completed_date, limit_day <= as_at)

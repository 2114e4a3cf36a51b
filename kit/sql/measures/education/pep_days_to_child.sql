/*
title: Days until the child was given the PEP
kind: median
unit: days
sentence: Half of children got their education plan within {value} days
counts: >-
  calendar days from completing a plan to giving it to the child, of plans completed in the year on a day on which the
  child was looked after; those not given by the last day of the year count as open so long (Kaplan–Meier). A plan is
  one child and one completed date; of several plan records of it with an as-at date up to the last day of the year, the
  one with the latest as-at date holds. A plan given before it was completed is left out, and listed
better: lower
depends_on: child
breakdowns: []
source: >-
  Promoting the education of looked-after and previously looked-after children, statutory guidance (2018)
needs: [education_plans.completed_date, education_plans.given_to_child_date]
checked_on: 2026-11-22
*/
WITH plans AS (
    SELECT
        year_periods.reporting_year,
        year_periods.child_id,
        year_periods.as_at,
        education_plans.completed_date,
        CASE
            WHEN education_plans.given_to_child_date <= year_periods.as_at THEN education_plans.given_to_child_date
        END AS given_day
    FROM education_plans
    JOIN year_periods
        ON year_periods.child_id = education_plans.child_id
        AND education_plans.as_at_date <= year_periods.as_at
        AND education_plans.completed_date BETWEEN year_periods.first_day AND year_periods.as_at
        AND education_plans.completed_date >= year_periods.start_day
        AND (year_periods.end_day IS NULL OR education_plans.completed_date < year_periods.end_day)
    WHERE NOT education_plans.superseded
    QUALIFY row_number() OVER (
        PARTITION BY year_periods.reporting_year, year_periods.child_id, education_plans.completed_date
        ORDER BY education_plans.as_at_date DESC
    ) = 1
)

SELECT
    reporting_year,
    child_id,
    date_diff('day', completed_date, coalesce(given_day, as_at)) AS value,
    given_day IS NULL AS censored
FROM plans
WHERE coalesce(given_day >= completed_date, TRUE)

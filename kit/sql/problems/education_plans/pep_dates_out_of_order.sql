/*
title: >-
  Dates of a Personal Education Plan in the wrong order
meaning: >-
  The plan was completed before it was begun, or given to the child before it was completed or begun.
effect: >-
  It counts by the days as they are given; one given before it was completed is left out of the days until the child was
  given the plan.
what_to_do: >-
  Correct the day that is wrong.
*/
SELECT
    'education_plans' AS extract,
    year,
    file,
    row,
    'completed_date' AS "column",
    strftime(completed_date, '%d/%m/%Y') AS value
FROM education_plans
WHERE NOT superseded
    AND completed_date < initiated_date
UNION ALL
SELECT
    'education_plans',
    year,
    file,
    row,
    'given_to_child_date',
    strftime(given_to_child_date, '%d/%m/%Y')
FROM education_plans
WHERE NOT superseded
    AND given_to_child_date < coalesce(completed_date, initiated_date)

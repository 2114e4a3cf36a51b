/*
title: >-
  The status of a Personal Education Plan and its dates disagree
meaning: >-
  There is said to be no plan, with a day on which one was begun or completed; or a plan that is up to date, without a
  day on which it was completed; or no status is given.
effect: >-
  The status counts as it is given; without one the child counts as having no plan.
what_to_do: >-
  Correct the status or the dates.
*/
SELECT
    'education_plans' AS extract,
    year,
    file,
    row,
    'status' AS "column",
    status AS value
FROM education_plans
WHERE NOT superseded
    AND (
        status IS NULL
        OR (status = 'none' AND coalesce(initiated_date, completed_date) IS NOT NULL)
        OR (status = 'up to date' AND completed_date IS NULL)
    )

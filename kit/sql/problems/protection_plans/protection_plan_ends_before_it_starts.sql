/*
title: >-
  A child protection plan that ends before it starts
meaning: >-
  The day on which the plan ends is before the day on which it starts.
effect: >-
  The plan holds on no day.
what_to_do: >-
  Correct the day that is wrong.
*/
SELECT
    'protection_plans' AS extract,
    year,
    file,
    row,
    'end_date' AS "column",
    strftime(end_date, '%d/%m/%Y') AS value
FROM protection_plans
WHERE NOT superseded
    AND end_date < start_date

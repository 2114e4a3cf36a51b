/*
title: >-
  A post or an allocation that ends before it starts
meaning: >-
  The last day of an officer in the service is before the first, or an allocation ends on the day on which it starts
  or before.
effect: >-
  The officer is in post, and the allocation holds, on no day.
what_to_do: >-
  Correct the day that is wrong.
*/
SELECT
    'iros' AS extract,
    year,
    file,
    row,
    'left_date' AS "column",
    strftime(left_date, '%d/%m/%Y') AS value
FROM iros
WHERE NOT superseded
    AND left_date < started_date
UNION ALL
SELECT
    'allocations',
    year,
    file,
    row,
    'end_date',
    strftime(end_date, '%d/%m/%Y')
FROM allocations
WHERE NOT superseded
    AND end_date <= start_date

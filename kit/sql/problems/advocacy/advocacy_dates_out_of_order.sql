/*
title: >-
  Days of an advocate or independent visitor in the wrong order
meaning: >-
  The support ended before it started, or started before it was offered.
effect: >-
  It holds by the days as they are given: one that ends before it starts on no day.
what_to_do: >-
  Correct the day that is wrong.
*/
SELECT
    'advocacy' AS extract,
    year,
    file,
    row,
    'ended_date' AS "column",
    strftime(ended_date, '%d/%m/%Y') AS value
FROM advocacy
WHERE NOT superseded
    AND ended_date < coalesce(started_date, offered_date)
UNION ALL
SELECT
    'advocacy',
    year,
    file,
    row,
    'started_date',
    strftime(started_date, '%d/%m/%Y')
FROM advocacy
WHERE NOT superseded
    AND started_date < offered_date

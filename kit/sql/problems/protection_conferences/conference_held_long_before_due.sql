/*
title: >-
  A child protection conference held long before it was due
meaning: >-
  The conference was held more than six calendar months before the day by which it was due.
effect: >-
  It counts as held on time.
what_to_do: >-
  Check both days; the year of one is often wrong.
*/
SELECT
    'protection_conferences' AS extract,
    year,
    file,
    row,
    'held_date' AS "column",
    strftime(held_date, '%d/%m/%Y') AS value
FROM protection_conferences
WHERE NOT superseded
    AND held_date + INTERVAL 6 MONTH < due_date

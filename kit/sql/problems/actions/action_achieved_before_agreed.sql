/*
title: >-
  An action achieved before it was agreed
meaning: >-
  The day on which it was achieved is in the year whose report agreed it, or before that year.
effect: >-
  The status counts.
what_to_do: >-
  Correct the day, or agreed_year: 2020 means the report of 2019-20, which is written after 31 March 2020.
*/
SELECT
    'actions' AS extract,
    year,
    file,
    row,
    'achieved_date' AS "column",
    strftime(achieved_date, '%d/%m/%Y') AS value
FROM actions
WHERE NOT superseded
    AND reporting_year_of(achieved_date) <= agreed_year

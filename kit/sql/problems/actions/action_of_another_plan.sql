/*
title: >-
  An action of a plan that is not shown
meaning: >-
  It was agreed neither in the report of the file's year nor in that of the year before.
effect: >-
  It is in no figure and in no table of that year.
what_to_do: >-
  Check agreed_year: 2020 means the report of 2019-20. Agree an action again that is to go on.
*/
SELECT
    'actions' AS extract,
    year,
    file,
    row,
    'agreed_year' AS "column",
    agreed_year::VARCHAR AS value
FROM actions
WHERE NOT superseded
    AND agreed_year NOT BETWEEN year - 1 AND year

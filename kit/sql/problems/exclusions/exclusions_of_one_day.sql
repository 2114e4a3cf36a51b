/*
title: >-
  Two exclusions of one child on one day
meaning: >-
  Two exclusions of a child, of different kinds, have the same date.
effect: >-
  Each counts under its kind.
what_to_do: >-
  Take out the one that is wrong.
*/
SELECT
    'exclusions' AS extract,
    year,
    file,
    row,
    'kind' AS "column",
    kind AS value
FROM exclusions
WHERE NOT superseded
QUALIFY count(*) OVER (PARTITION BY child_id, excluded_date) > 1

/*
title: >-
  An exclusion of which it is not recorded whether it was reported
meaning: >-
  It is not said whether the virtual school was told of it.
effect: >-
  It is left out of the share of exclusions reported.
what_to_do: >-
  Fill in Y or N.
*/
SELECT
    'exclusions' AS extract,
    year,
    file,
    row,
    'reported_to_virtual_school' AS "column",
    NULL AS value
FROM exclusions
WHERE NOT superseded
    AND reported_to_virtual_school IS NULL

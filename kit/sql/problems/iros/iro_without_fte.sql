/*
title: >-
  A reviewing officer without an FTE
meaning: >-
  The part of a full-time post is blank, or it is nought or less.
effect: >-
  The officer adds nothing to the full-time posts, so that there seem to be more children for each.
what_to_do: >-
  Give the part of a full-time post: 1 for full-time, 0.6 for three days of five.
*/
SELECT
    'iros' AS extract,
    year,
    file,
    row,
    'fte' AS "column",
    fte::VARCHAR AS value
FROM iros
WHERE NOT superseded
    AND (fte IS NULL OR fte <= 0)

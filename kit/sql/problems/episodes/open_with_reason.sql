/*
title: >-
  An episode without an end, but with a reason for ending
meaning: >-
  DEC is blank and REC is given.
effect: >-
  The episode counts as open.
what_to_do: >-
  Give the day on which it ended, or take the reason out.
*/
SELECT
    'episodes' AS extract,
    year,
    file,
    row,
    'REC' AS "column",
    rec AS value
FROM held_episodes
WHERE dec IS NULL AND rec IS NOT NULL

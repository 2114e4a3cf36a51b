/*
title: >-
  An episode that ends before it starts
meaning: >-
  DEC is before DECOM.
effect: >-
  The episode counts with the days as they are given, so it holds on no day.
what_to_do: >-
  Correct the day that is wrong.
*/
SELECT
    'episodes' AS extract,
    year,
    file,
    row,
    'DEC' AS "column",
    strftime(dec, '%d/%m/%Y') AS value
FROM held_episodes
WHERE dec < decom

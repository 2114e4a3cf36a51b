/*
beside: [next_episodes]
title: >-
  An episode left open and then gone
meaning: >-
  The episode is open in one year's file, and the next year's file does not hold it.
effect: >-
  It is treated as ended on the 1 April after its year, which is not counted as a leaving.
what_to_do: >-
  Give the day on which it ended, or put it back into the later return.
*/
SELECT
    'episodes' AS extract,
    year,
    file,
    row,
    'DEC' AS "column",
    NULL AS value
FROM held_episodes
WHERE gone AND NOT corrected

/*
title: >-
  An episode whose start was corrected
meaning: >-
  The episode is open in one year's file; the next year's file has another start for the child in its
  place.
effect: >-
  It is left out; the next year's episode counts.
what_to_do: >-
  Nothing.
*/
SELECT
    'episodes' AS extract,
    year,
    file,
    row,
    'DECOM' AS "column",
    strftime(decom, '%d/%m/%Y') AS value
FROM held_episodes
WHERE corrected

/*
beside: [next_allocations]
title: >-
  An allocation that was left open and is then gone
meaning: >-
  It goes on in one file, and no later file has it with the same child, officer and start.
effect: >-
  It is treated as ending after the last day of the year of the file that had it.
what_to_do: >-
  Give its end, or give it in every file until it has ended.
*/
SELECT
    'allocations' AS extract,
    year,
    file,
    row,
    'end_date' AS "column",
    NULL AS value
FROM held_allocations
WHERE gone

/*
title: >-
  A record of the return that ends before it starts
meaning: >-
  A time of being missing, a decision that a child should be placed for adoption, or a deprivation of liberty ends
  before the day on which it starts.
effect: >-
  None: no figure depends on the day on which it ends.
what_to_do: >-
  Correct the day that is wrong.
*/
SELECT
    'missing' AS extract,
    year,
    file,
    row,
    'MIS_END' AS "column",
    strftime(mis_end, '%d/%m/%Y') AS value
FROM missing
WHERE NOT superseded
    AND mis_end < mis_start
UNION ALL
SELECT
    'placed_for_adoption',
    year,
    file,
    row,
    'DATE_PLACED_CEASED',
    strftime(date_placed_ceased, '%d/%m/%Y')
FROM placed_for_adoption
WHERE NOT superseded
    AND date_placed_ceased < date_placed
UNION ALL
SELECT
    'dolo',
    year,
    file,
    row,
    'DOLO_END',
    strftime(dolo_end, '%d/%m/%Y')
FROM dolo
WHERE NOT superseded
    AND dolo_end < dolo_start

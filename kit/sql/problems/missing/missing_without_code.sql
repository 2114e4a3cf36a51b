/*
title: >-
  A time that does not say whether the child was missing
meaning: >-
  MISSING is blank or unknown: the child may have been missing (M), or away without authorisation (A). Other
  rows of the file give a code.
effect: >-
  It is in no figure of children who went missing.
what_to_do: >-
  Give M or A.
*/
SELECT
    'missing' AS extract,
    missing.year,
    missing.file,
    missing.row,
    'MISSING' AS "column",
    NULL AS value
FROM missing
-- Of a file without the column nothing is missing row by row.
SEMI JOIN missing AS given ON given.year = missing.year AND given.missing IS NOT NULL
WHERE NOT missing.superseded
    AND missing.missing IS NULL

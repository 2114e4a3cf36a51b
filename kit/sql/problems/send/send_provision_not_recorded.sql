/*
title: >-
  A SEND record without a provision
meaning: >-
  The record does not say whether the child has an EHC plan, SEN support or no SEN, or says it in an unknown word,
  though other rows of its file give a provision.
effect: >-
  While it is the child's newest record, the child is left out of the share with an EHC plan, and counts as not recorded
  where figures are set out by SEN provision.
what_to_do: >-
  Fill in E, K or N.
*/
SELECT
    'send' AS extract,
    send.year,
    send.file,
    send.row,
    'sen_provision' AS "column",
    NULL AS value
FROM send
-- Of a file without the column nothing is missing row by row.
SEMI JOIN send AS given ON given.year = send.year AND given.sen_provision IS NOT NULL
WHERE NOT send.superseded
    AND send.sen_provision IS NULL

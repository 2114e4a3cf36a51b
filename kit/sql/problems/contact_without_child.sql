/*
title: >-
  A visit or call to nobody
meaning: >-
  A visit or a call does not say to which child it was made.
effect: >-
  It counts among visits and calls; no child counts as visited or called by it.
what_to_do: >-
  Give the child.
*/
SELECT
    'iro_contacts' AS extract,
    year,
    file,
    row,
    'child_id' AS "column",
    NULL AS value
FROM iro_contacts
WHERE NOT superseded
    AND kind <> 'supervision'
    AND child_id IS NULL

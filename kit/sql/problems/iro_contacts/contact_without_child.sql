/*
title: >-
  A visit, call or midway review of nobody
meaning: >-
  A visit, a call or a midway review does not say of which child it was.
effect: >-
  A visit or call counts among visits and calls; no child counts as visited, called or reviewed midway by it.
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

/*
beside: [children]
title: >-
  An audit of a child whom the return does not know
meaning: >-
  No loaded header, episode or review is of this child.
effect: >-
  The answers count.
what_to_do: >-
  Check the identifier of the child.
*/
SELECT
    'audits' AS extract,
    audits.year,
    audits.file,
    audits.row,
    'child_id' AS "column",
    audits.child_id AS value
FROM audits
ANTI JOIN children ON children.child_id = audits.child_id
WHERE NOT audits.superseded

/*
beside: [children]
title: >-
  An escalation of a child whom the return does not know
meaning: >-
  No loaded header, episode or review is of this child.
effect: >-
  The escalation counts.
what_to_do: >-
  Check the identifier of the child.
*/
SELECT
    'escalations' AS extract,
    escalations.year,
    escalations.file,
    escalations.row,
    'child_id' AS "column",
    escalations.child_id AS value
FROM escalations
ANTI JOIN children ON children.child_id = escalations.child_id
WHERE NOT escalations.superseded

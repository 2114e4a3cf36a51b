/*
beside: [children]
title: >-
  An allocation of a child whom the return does not know
meaning: >-
  No loaded header, episode or review is of this child.
effect: >-
  It is in no figure, since these are of children looked after.
what_to_do: >-
  Check the identifier of the child.
*/
SELECT
    'allocations' AS extract,
    held_allocations.year,
    held_allocations.file,
    held_allocations.row,
    'child_id' AS "column",
    held_allocations.child_id AS value
FROM held_allocations
ANTI JOIN children ON children.child_id = held_allocations.child_id

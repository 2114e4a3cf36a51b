/*
code: 'INT33'
severity: error
column: CHILD
title: >-
  A child is twice in the health outcomes
meaning: >-
  Two rows of OC2 are of the same child.
effect: >-
  The later row counts.
what_to_do: >-
  Remove the row that is wrong.
example:
  year: 2023
  oc2: |
    CHILD  flagged
    1      yes
    1      yes
    2      no
*/
-- oc2
oc2_rows > 1

/*
code: 'INT32'
severity: error
column: CHILD
title: >-
  A child is twice in the header
meaning: >-
  Two rows of the header are of the same child.
effect: >-
  The later row counts.
what_to_do: >-
  Remove the row that is wrong.
example:
  year: 2023
  header: |
    CHILD  flagged
    1      yes
    1      yes
    2      no
*/
-- header
headers > 1

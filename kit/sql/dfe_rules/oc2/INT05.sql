/*
code: 'INT05'
severity: error
column: CHILD
needs: [header]
title: >-
  Health outcomes of a child who is not in the header
meaning: >-
  The child of the row is in no row of the header.
what_to_do: >-
  Add the child to the header, or correct the child's number.
example:
  year: 2023
  header: |
    CHILD
    1
  oc2: |
    CHILD  flagged
    1      no
    2      yes
*/
-- oc2
NOT in_header

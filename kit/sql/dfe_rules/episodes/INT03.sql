/*
code: 'INT03'
severity: error
column: CHILD
needs: [header]
title: >-
  An episode of a child who is not in the header
meaning: >-
  The child of the episode is in no row of the header.
effect: >-
  Sex and ethnicity count as not recorded; age comes from the child's reviews, if any.
what_to_do: >-
  Add the child to the header, or correct the child's number.
example:
  year: 2023
  header: |
    CHILD
    1
  episodes: |
    CHILD  flagged
    1      no
    2      yes
*/
-- episodes
NOT in_header

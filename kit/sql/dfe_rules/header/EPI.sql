/*
code: 'EPI'
severity: query
column: CHILD
title: >-
  A child with neither an episode nor care leaver data
meaning: >-
  The child is in the header, and in neither episodes nor OC3. The DfE's portal checks nothing
  more of such a child.
what_to_do: >-
  Add the child's episodes, or take the child out of the header.
example:
  year: 2023
  header: |
    CHILD  flagged
    1      no
    2      no
    3      yes
  episodes: |
    CHILD
    1
  oc3: |
    CHILD
    2
*/
-- header
NOT in_episodes AND oc3_rows = 0

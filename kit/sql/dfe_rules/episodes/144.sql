/*
code: '144'
severity: error
column: LS
title: >-
  Legal status is no code of the list
meaning: >-
  LS is given and is no legal status of the return.
effect: >-
  It counts as not recorded.
what_to_do: >-
  Use a code of the list.
example:
  year: 2023
  episodes: |
    CHILD  LS  flagged
    1      C2  no
    2      C3  yes
    3      .   no
*/
-- episodes
ls_invalid

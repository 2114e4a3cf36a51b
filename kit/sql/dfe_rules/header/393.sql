/*
code: '393'
severity: error
column: MOTHER
needs: [episodes]
title: >-
  Looked after, and not said whether she is a mother
meaning: >-
  A girl has an episode that is not a short break (V3, V4), and MOTHER is blank.
what_to_do: >-
  Give 1 for a mother and 0 otherwise.
example:
  year: 2023
  header: |
    CHILD  SEX  MOTHER  flagged
    1      2    .       yes
    2      2    0       no
    3      2    .       no
    4      1    .       no
  episodes: |
    CHILD  LS
    1      C2
    2      C2
    3      V3
    4      C2
*/
-- header
is_female(sex, year) AND has_other_status AND mother IS NULL

/*
code: '426'
severity: error
column: LS
title: >-
  Both kinds of short breaks in a year
meaning: >-
  The child has episodes under V3 (single short breaks) and under V4 (an agreement for a series).
what_to_do: >-
  Record the short breaks in one of the two ways.
example:
  year: 2023
  episodes: |
    CHILD  LS  flagged
    1      V3  yes
    1      V4  yes
    1      C2  no
    2      V3  no
*/
-- episodes
is_short_break(ls) AND has_v3_and_v4

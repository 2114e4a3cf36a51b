/*
code: '366'
severity: error
column: RNE
title: >-
  A change during a short break
meaning: >-
  LS is V3 (a series of short breaks), and RNE is not S: each break is an episode of its own.
what_to_do: >-
  Give S, or the legal status that holds.
example:
  year: 2023
  episodes: |
    CHILD  RNE  LS  flagged
    1      P    V3  yes
    2      S    V3  no
    3      P    V4  no
    4      .    V3  yes
*/
-- episodes
ls = 'V3' AND rne IS DISTINCT FROM 'S'

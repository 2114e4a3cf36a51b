/*
code: '143'
severity: error
column: RNE
title: >-
  Reason for new episode is no code of the list
meaning: >-
  RNE is given and is not one of S, L, P, T, B and U.
effect: >-
  It counts as not recorded; only S starts a period of care.
what_to_do: >-
  Use a code of the list.
example:
  year: 2023
  episodes: |
    CHILD  RNE  flagged
    1      S    no
    2      X    yes
    3      .    no
*/
-- episodes
rne_invalid

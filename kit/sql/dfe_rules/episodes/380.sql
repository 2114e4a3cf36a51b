/*
code: '380'
severity: error
column: PLACE
title: >-
  A temporary placement that begins a time in care
meaning: >-
  PLACE is T0 to T4, and RNE is neither P nor B: the child was not placed elsewhere before.
what_to_do: >-
  Give the placement that the child had first, or correct the reason.
example:
  year: 2023
  episodes: |
    CHILD  RNE  PLACE  flagged
    1      S    T1     yes
    2      P    T1     no
    3      S    U1     no
*/
-- episodes
is_temporary(place) AND coalesce(rne NOT IN ('P', 'B'), true)

/*
code: '225'
severity: error
column: REASON_PLACE_CHANGE
title: >-
  Why the placement changed is not recorded
meaning: >-
  The placement of the next episode is another (its RNE is P, T, B or U), neither placement is
  temporary (T), and REASON_PLACE_CHANGE is blank in the episode that ends with X1.
what_to_do: >-
  Give the reason.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  PLACE  DEC         REC  REASON_PLACE_CHANGE  flagged
    1      01/06/2022  S    U1     01/07/2022  X1   .                    yes
    1      01/07/2022  P    U2     .           .    .                    no
    2      01/06/2022  S    U1     01/07/2022  X1   CHILD                no
    2      01/07/2022  P    U2     .           .    .                    no
    3      01/06/2022  S    U1     01/07/2022  X1   .                    no
    3      01/07/2022  P    T1     .           .    .                    no
    4      01/06/2022  S    U1     01/07/2022  X1   .                    no
    4      01/07/2022  L    U1     .           .    .                    no
*/
-- episodes
rec = 'X1'
AND reason_place_change IS NULL
AND next_rne IN ('P', 'T', 'B', 'U')
AND NOT is_temporary(place)
AND NOT is_temporary(next_place)

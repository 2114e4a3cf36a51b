/*
code: '217'
severity: error
column: RNE
title: >-
  Placed for adoption with the current carers, and the episode says otherwise
meaning: >-
  PLACE is A3 or A5 from 1 April 2015 on, and RNE is not S, T or U.
what_to_do: >-
  Correct the reason or the placement.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  PLACE  flagged
    1      01/06/2022  P    A3     yes
    2      01/06/2022  T    A5     no
    3      31/03/2015  P    A3     no
    4      01/06/2022  P    A4     no
*/
-- episodes
place IN ('A3', 'A5') AND decom >= DATE '2015-04-01' AND coalesce(rne NOT IN ('S', 'T', 'U'), true)

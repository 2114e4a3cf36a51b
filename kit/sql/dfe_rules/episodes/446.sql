/*
code: '446'
severity: error
column: LS
title: >-
  A placement order in an episode that starts before December 2005
meaning: >-
  LS is E1 (placement order), and DECOM is before 1 December 2005: there were no such orders then.
what_to_do: >-
  Correct the legal status or the day; a freeing order is D1.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       LS  flagged
    1      30/11/2005  E1  yes
    2      01/12/2005  E1  no
    3      30/11/2005  D1  no
*/
-- episodes
ls = 'E1' AND decom < DATE '2005-12-01'

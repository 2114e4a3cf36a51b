/*
code: '445'
severity: error
column: LS
title: >-
  A freeing order in an episode that starts after December 2005
meaning: >-
  LS is D1 (freed for adoption), and DECOM is after 31 December 2005: no freeing order could be applied for
  since. The DfE's rule ended with the return of 2023-24.
what_to_do: >-
  Correct the legal status: a placement order is E1.
example:
  year: 2024
  episodes: |
    CHILD  DECOM       LS  flagged
    1      01/11/2005  D1  no
    2      31/12/2005  D1  no
    3      01/01/2006  D1  yes
    4      01/01/2006  E1  no
    5      .           D1  no
*/
-- episodes to 2024
ls = 'D1' AND decom > DATE '2005-12-31'

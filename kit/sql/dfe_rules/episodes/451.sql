/*
code: '451'
severity: error
column: LS
title: >-
  Still under a freeing order
meaning: >-
  LS is D1 (freed for adoption) and the episode is open, though no freeing order could be applied for since
  30 December 2005. The DfE's rule ended with the return of 2023-24.
what_to_do: >-
  Correct the legal status, or give the end of the episode.
example:
  year: 2024
  episodes: |
    CHILD  LS  DEC         REC  flagged
    1      D1  .           .    yes
    2      D1  01/06/2023  X1   no
    3      D1  .           X1   no
    4      E1  .           .    no
*/
-- episodes to 2024
ls = 'D1' AND NOT dec_given AND rec IS NULL

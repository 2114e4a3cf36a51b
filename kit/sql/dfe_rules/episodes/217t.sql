/*
code: '217t'
severity: error
column: PLACE
title: >-
  Independent living after 28 October 2023
meaning: >-
  PLACE is P2, and the episode is open or ended after 28 October 2023. The DfE's rule is of the return of 2023-24 alone.
what_to_do: >-
  Correct the placement: P2 is not valid since.
example:
  year: 2024
  episodes: |
    CHILD  PLACE  DEC         flagged
    1      P2     .           yes
    2      P2     28/10/2023  no
    3      P2     29/10/2023  yes
    4      U1     .           no
*/
-- episodes from 2024 to 2024
place = 'P2' AND (NOT dec_given OR dec > DATE '2023-10-28')

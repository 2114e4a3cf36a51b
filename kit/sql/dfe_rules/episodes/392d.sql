/*
code: '392d'
severity: error
column: PL_POST
title: >-
  Placed at the home's postcode, and not with parents
meaning: >-
  HOME_POST and PL_POST are the same, and PLACE is not P1 (with parents).
what_to_do: >-
  Correct the postcode that is wrong, or the placement.
example:
  year: 2023
  episodes: |
    CHILD  PLACE  HOME_POST  PL_POST  flagged
    1      U4     A1_1AA     A1_1AA   yes
    2      P1     A1_1AA     A1_1AA   no
    3      U4     A1_1AA     A1_1AB   no
    4      U4     .          .        no
*/
-- episodes
home_post = pl_post AND place IS DISTINCT FROM 'P1'

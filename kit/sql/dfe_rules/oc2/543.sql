/*
code: '543'
severity: error
column: CONVICTED
needs: [episodes]
title: >-
  Conviction not answered for a child of 10 or over
meaning: >-
  The child was looked after all year and turned 10 before 31 March, and CONVICTED is blank.
what_to_do: >-
  Give 1 or 0.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  LS
    1      01/06/2020  S    C2
    2      01/06/2020  S    C2
  oc2: |
    CHILD  DOB         CONVICTED  flagged
    1      30/03/2013  .          yes
    2      31/03/2013  .          no
    1      30/03/2013  0          no
*/
-- oc2
all_year AND birthday(dob, 10) < last_day AND convicted IS NULL

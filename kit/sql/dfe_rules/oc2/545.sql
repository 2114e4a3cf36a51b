/*
code: '545'
severity: error
column: HEALTH_CHECK
needs: [episodes]
title: >-
  Development check not answered for a child under 5
meaning: >-
  The child was looked after all year and was under 5 on 31 March, and HEALTH_CHECK is blank.
what_to_do: >-
  Give 1 or 0.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  LS
    1      01/06/2020  S    C2
    2      01/06/2020  S    C2
  oc2: |
    CHILD  DOB         HEALTH_CHECK  flagged
    1      01/04/2018  .             yes
    2      31/03/2018  .             no
    1      01/04/2018  1             no
*/
-- oc2
all_year AND birthday(dob, 5) > last_day AND health_check IS NULL

/*
code: '546'
severity: error
column: HEALTH_CHECK
needs: [episodes]
title: >-
  Development check answered for a child of 5 or over
meaning: >-
  The child was looked after all year and was 5 or over on 31 March, and HEALTH_CHECK is given.
what_to_do: >-
  Leave it blank, or correct the date of birth.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  LS
    1      01/06/2020  S    C2
    2      01/06/2020  S    C2
  oc2: |
    CHILD  DOB         HEALTH_CHECK  flagged
    1      31/03/2018  1             yes
    2      01/04/2018  1             no
    1      31/03/2018  .             no
*/
-- oc2
all_year AND birthday(dob, 5) <= last_day AND health_check IS NOT NULL

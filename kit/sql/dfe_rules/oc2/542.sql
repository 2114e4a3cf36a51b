/*
code: '542'
severity: error
column: CONVICTED
title: >-
  Conviction answered for a child under 10
meaning: >-
  The child was under 10 on 31 March, and CONVICTED is given.
what_to_do: >-
  Leave it blank, or correct the date of birth.
example:
  year: 2023
  oc2: |
    CHILD  DOB         CONVICTED  flagged
    1      01/04/2013  0          yes
    2      31/03/2013  0          no
    3      01/04/2013  .          no
*/
-- oc2
birthday(dob, 10) > last_day AND convicted IS NOT NULL

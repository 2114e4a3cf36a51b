/*
code: '351'
severity: error
column: DOB
title: >-
  Over 25 when the year began
meaning: >-
  The child's 25th birthday was before 1 April of the return's year.
what_to_do: >-
  Correct the date of birth, or leave the child out of the return.
example:
  year: 2023
  header: |
    CHILD  DOB         flagged
    1      31/03/1997  yes
    2      01/04/1997  no
*/
-- header
birthday(dob, 25) < first_day

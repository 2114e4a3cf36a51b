/*
code: '620'
severity: error
column: DOB
title: >-
  A mother under 11
meaning: >-
  MOTHER is 1, and the child was under 11 when the year began.
what_to_do: >-
  Correct the date of birth, or give 0 if she is no mother.
example:
  year: 2023
  header: |
    CHILD  DOB         MOTHER  flagged
    1      02/04/2011  1       yes
    2      01/04/2011  1       no
    3      02/04/2011  0       no
*/
-- header
mother = '1' AND birthday(dob, 11) > first_day

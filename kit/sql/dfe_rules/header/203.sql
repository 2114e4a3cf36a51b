/*
code: '203'
severity: error
column: DOB
needs: [last_header]
title: >-
  Date of birth differs from last year's return
meaning: >-
  The child's DOB is not that of last year's header.
effect: >-
  The newest header counts, for every year.
what_to_do: >-
  Correct the one that is wrong.
example:
  year: 2023
  header: |
    CHILD  DOB         flagged
    1      01/02/2010  no
    2      01/02/2010  yes
    3      01/02/2010  no
  last_header: |
    CHILD  DOB
    1      01/02/2010
    2      02/01/2010
*/
-- header
in_last_header AND dob IS DISTINCT FROM last_dob

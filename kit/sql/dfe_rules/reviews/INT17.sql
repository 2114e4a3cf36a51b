/*
code: 'INT17'
severity: error
column: DOB
needs: [header]
title: >-
  A review's date of birth is not the header's
meaning: >-
  Both give a date of birth, and they differ.
effect: >-
  The header's counts.
what_to_do: >-
  Correct the one that is wrong.
example:
  year: 2023
  header: |
    CHILD  DOB
    1      01/02/2010
    2      01/02/2010
    3      .
  reviews: |
    CHILD  DOB         flagged
    1      01/02/2010  no
    2      02/01/2010  yes
    3      02/01/2010  no
*/
-- reviews
dob <> header_dob

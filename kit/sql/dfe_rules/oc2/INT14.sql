/*
code: 'INT14'
severity: error
column: DOB
needs: [header]
title: >-
  Date of birth in the health outcomes is not the header's
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
  oc2: |
    CHILD  DOB         flagged
    1      01/02/2010  no
    2      02/01/2010  yes
*/
-- oc2
dob <> header_dob

/*
code: '611'
severity: error
column: MC_DOB
title: >-
  A mother without her child's date of birth
meaning: >-
  MOTHER is 1 and MC_DOB is blank.
what_to_do: >-
  Give the child's date of birth, or 0 if she is no mother.
example:
  year: 2023
  header: |
    CHILD  MOTHER  MC_DOB      flagged
    1      1       .           yes
    2      1       01/02/2021  no
    3      0       .           no
*/
-- header
mother = '1' AND mc_dob IS NULL

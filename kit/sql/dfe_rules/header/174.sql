/*
code: '174'
severity: error
column: MC_DOB
title: >-
  A boy with a child's date of birth
meaning: >-
  MC_DOB, which is for mothers, is given for a male.
what_to_do: >-
  Correct the sex, or take the date out.
example:
  year: 2023
  header: |
    CHILD  SEX  MC_DOB      flagged
    1      1    01/02/2021  yes
    2      1    .           no
    3      2    01/02/2021  no
*/
-- header
is_male(sex, year) AND mc_dob IS NOT NULL

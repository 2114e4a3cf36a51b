/*
code: '612'
severity: error
column: MC_DOB
title: >-
  A child's date of birth for a girl who is no mother
meaning: >-
  MOTHER is 0 or blank for a girl, and MC_DOB is given.
what_to_do: >-
  Give 1 if she is a mother, or take the date out.
example:
  year: 2023
  header: |
    CHILD  SEX  MOTHER  MC_DOB      flagged
    1      2    0       01/02/2021  yes
    2      2    .       01/02/2021  yes
    3      2    1       01/02/2021  no
    4      1    0       01/02/2021  no
*/
-- header
coalesce(mother, '0') = '0' AND is_female(sex, year) AND mc_dob IS NOT NULL

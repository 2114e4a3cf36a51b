/*
code: '621'
severity: error
column: MC_DOB
title: >-
  A mother who is younger than her child
meaning: >-
  MC_DOB (the child's child's date of birth) is not after DOB.
what_to_do: >-
  Correct the date that is wrong.
example:
  year: 2023
  header: |
    CHILD  DOB         MC_DOB      flagged
    1      01/06/2005  01/06/2005  yes
    2      01/06/2005  02/06/2022  no
    3      01/06/2005  .           no
*/
-- header
try_strptime(mc_dob, '%d/%m/%Y') <= dob

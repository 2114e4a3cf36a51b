/*
code: '171'
severity: error
column: MC_DOB
title: >-
  Date of birth of the mother's child is no date
meaning: >-
  MC_DOB is given and is no date as dd/mm/yyyy.
what_to_do: >-
  Give it as dd/mm/yyyy.
example:
  year: 2023
  header: |
    CHILD  MC_DOB      flagged
    1      01/02/2021  no
    2      2021        yes
    3      .           no
*/
-- header
mc_dob IS NOT NULL AND try_strptime(mc_dob, '%d/%m/%Y') IS NULL

/*
code: '103'
severity: error
column: ETHNIC
title: >-
  Ethnicity is blank or no code of the list
meaning: >-
  ETHNIC is not one of the codes of the return.
effect: >-
  Ethnicity counts as not recorded.
what_to_do: >-
  Use a code of the list; REFU if it was refused, NOBT if it was not obtained.
example:
  year: 2023
  header: |
    CHILD  ETHNIC  flagged
    1      WBRI    no
    2      WHITE   yes
    3      .       yes
*/
-- header
ethnic IS NULL OR ethnic_invalid

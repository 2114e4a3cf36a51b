/*
code: '204'
severity: error
column: ETHNIC
needs: [last_header]
title: >-
  Ethnicity differs from last year's return
meaning: >-
  The child's ETHNIC is not that of last year's header.
effect: >-
  The newest header counts, for every year.
what_to_do: >-
  Correct the one that is wrong.
example:
  year: 2023
  header: |
    CHILD  ETHNIC  flagged
    1      WBRI    no
    2      WBRI    yes
    3      WBRI    no
  last_header: |
    CHILD  ETHNIC
    1      WBRI
    2      NOBT
*/
-- header
in_last_header AND ethnic IS DISTINCT FROM last_ethnic

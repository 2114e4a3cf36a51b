/*
code: '202'
severity: error
column: SEX
needs: [last_header]
title: >-
  Sex differs from last year's return
meaning: >-
  The child's SEX is not that of last year's header. 1 and M are the same, and so are 2 and F: the
  codes changed in 2025.
effect: >-
  The newest header counts, for every year.
what_to_do: >-
  Correct the one that is wrong.
example:
  year: 2025
  header: |
    CHILD  SEX  flagged
    1      M    no
    2      F    yes
    3      F    no
  last_header: |
    CHILD  SEX
    1      1
    2      1
*/
-- The public validator compares the codes as they are, and so flags every child of the 2025 return.

-- header
in_last_header
AND sex IS DISTINCT FROM last_sex
AND translate(sex, '12', 'MF') IS DISTINCT FROM translate(last_sex, '12', 'MF')

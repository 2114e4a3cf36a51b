/*
code: '232'
severity: query
column: SEX
title: >-
  Sex is given as unknown
meaning: >-
  SEX is U. It may be right, and must be confirmed.
effect: >-
  The child counts as of another or no recorded sex.
what_to_do: >-
  Use M or F if it is known.
example:
  year: 2025
  header: |
    CHILD  SEX  flagged
    1      M    no
    2      U    yes
*/
-- header from 2025
sex = 'U'

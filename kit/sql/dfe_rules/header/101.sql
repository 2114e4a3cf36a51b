/*
code: '101'
severity: error
column: SEX
title: >-
  Sex is blank or no code of the year's list
meaning: >-
  SEX is not 1 or 2 (returns to 2024), or not M, F or U (from 2025).
effect: >-
  A code of another year counts as what it means; a blank, or one of no year, as no recorded sex.
what_to_do: >-
  Use 1 or 2 in returns to 2024, and M, F or U from 2025.
example:
  year: 2024
  header: |
    CHILD  SEX  flagged
    1      1    no
    2      M    yes
    3      .    yes
*/
-- header
sex IS NULL OR sex_invalid

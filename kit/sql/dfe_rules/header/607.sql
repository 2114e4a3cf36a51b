/*
code: '607'
severity: error
column: {header: MOTHER, episodes: DEC}
needs: [header, episodes]
title: >-
  Ceased to be looked after, and not said whether she is a mother
meaning: >-
  A girl's episode other than a short break (V3, V4) ended her time in care in the year, and MOTHER
  is blank.
what_to_do: >-
  Give 1 for a mother and 0 otherwise.
example:
  year: 2023
  header: |
    CHILD  SEX  MOTHER  flagged
    1      2    .       yes
    2      2    0       no
    3      2    .       no
  episodes: |
    CHILD  LS  DEC         REC  flagged
    1      C2  01/06/2022  E4A  yes
    2      C2  01/06/2022  E4A  no
    3      C2  01/06/2022  X1   no
*/
-- header
is_female(sex, year) AND mother IS NULL AND ceased_in_year

-- episodes
is_female(header_sex, year)
AND header_mother IS NULL
AND rec <> 'X1'
AND NOT is_short_break(ls)
AND dec BETWEEN first_day AND last_day

/*
code: '147'
severity: error
column: DEC
title: >-
  The day on which an episode ended is no date
meaning: >-
  DEC is given and is no date as dd/mm/yyyy.
effect: >-
  No figure is made until it is corrected or known with a reason. Then the row is left out.
what_to_do: >-
  Give it as dd/mm/yyyy.
example:
  year: 2023
  episodes: |
    CHILD  DEC         flagged
    1      01/06/2022  no
    2      01/06/22    yes
    3      .           no
*/
-- episodes
dec_invalid

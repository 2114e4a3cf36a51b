/*
code: '149'
severity: error
column: REC
title: >-
  Reason episode ceased is no code of the year's list
meaning: >-
  REC is given and is no reason that the return of the year knows. E43 and E44 went after 2018, E45
  to E48 came in 2019.
effect: >-
  None by itself: DEC alone says that the episode ended.
what_to_do: >-
  Use a code of the list.
example:
  year: 2023
  episodes: |
    CHILD  REC  flagged
    1      X1   no
    2      E43  yes
    3      E4   yes
    4      .    no
*/
-- episodes
rec_invalid

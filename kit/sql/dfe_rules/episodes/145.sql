/*
code: '145'
severity: error
column: CIN
title: >-
  Category of need is no code of the list
meaning: >-
  CIN is given and is not one of N1 to N8.
effect: >-
  It counts as not recorded.
what_to_do: >-
  Use a code of the list.
example:
  year: 2023
  episodes: |
    CHILD  CIN  flagged
    1      N8   no
    2      N9   yes
    3      .    no
*/
-- episodes
cin_invalid

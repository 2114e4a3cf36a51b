/*
code: '504'
severity: error
column: CIN
title: >-
  Category of need changed within a period of care
meaning: >-
  The episode goes on from the one before (X1, the same day), and CIN differs. It is fixed when a
  period of care starts.
what_to_do: >-
  Give the category of need with which the period of care started.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       CIN  DEC         REC  flagged
    1      01/06/2022  N1   01/07/2022  X1   no
    1      01/07/2022  N1   .           .    no
    2      01/06/2022  N1   01/07/2022  X1   no
    2      01/07/2022  N2   .           .    yes
    3      01/06/2022  N1   01/07/2022  E4A  no
    3      01/08/2022  N2   .           .    no
*/
-- episodes
previous_rec = 'X1' AND previous_dec = decom AND cin IS DISTINCT FROM previous_cin

/*
code: '432'
severity: error
column: RNE
title: >-
  Looked after again, and not started to be
meaning: >-
  The child's episode before ended the time in care, and RNE is not S.
effect: >-
  The period of care counts from this episode, unless it goes on the same day.
what_to_do: >-
  Give S, or X1 in the episode before.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  REC  flagged
    1      01/06/2022  S    E4A  no
    1      01/08/2022  P    .    yes
    2      01/06/2022  S    E4A  no
    2      01/08/2022  S    .    no
    3      01/06/2022  S    X1   no
    3      01/08/2022  P    .    no
*/
-- episodes
rne IS DISTINCT FROM 'S' AND is_ended(previous_rec)
